using System.Net;

namespace EdgeInfra.Model.Vcl;

/// <summary>A list of addresses. Its content may change while expressions that name it live on.</summary>
public interface IAcl
{
    /// <summary>Whether the address matches the list; negated entries are considered.</summary>
    bool Contains(IPAddress address);
}
