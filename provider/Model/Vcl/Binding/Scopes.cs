namespace EdgeInfra.Model.Vcl;

/// <summary>Says where a variable can be read.</summary>
internal static class Scopes
{
    private static readonly (VclScope Scope, string When)[] Names =
    [
        (VclScope.Recv, "when a request comes in (REQUEST)"),
        (VclScope.Miss, "before an origin is asked (PREFETCH)"),
        (VclScope.Fetch, "when an origin has answered (CACHE)"),
        (VclScope.Deliver, "before the answer is delivered (RESPONSE)"),
    ];

    public static string NotHere(VclScope there, VclScope here) =>
        $"is not there {Listed(here)}: it can be read {Listed(there)}.";

    private static string Listed(VclScope scopes) =>
        string.Join(" and ", Names.Where(name => scopes.HasFlag(name.Scope)).Select(name => name.When));
}
