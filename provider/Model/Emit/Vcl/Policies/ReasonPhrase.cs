using System.Net;
using System.Text.RegularExpressions;

namespace EdgeInfra.Model;

/// <summary>The words that go with a status: Not Found. Statuses that have none get a number.</summary>
internal static class ReasonPhrase
{
    public static string Of(int status) => Regex.Replace(((HttpStatusCode)status).ToString(), "(?<=[a-z])(?=[A-Z])", " ");
}
