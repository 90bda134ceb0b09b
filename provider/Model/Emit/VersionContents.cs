using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// What the dictionaries and ACLs of a version hold at one moment, by the names they have in that version. It changes without
/// a new version; a name that is left out holds nothing.
/// </summary>
public sealed record VersionContents(ValueList<TableContent> Tables, ValueList<AclContent> Acls)
{
    public static VersionContents Empty { get; } = new([], []);

    /// <summary>Where the statements of the version's conditions are compiled: it knows exactly the names the version has.</summary>
    internal VclEnvironment EnvironmentFor(ServiceVersion version, VclScope scope) => new(scope)
    {
        Tables = Named(version.Dictionaries, name =>
            (Tables.FirstOrDefault(table => table.Name == name) ?? new TableContent(name, [])).ToTable()),
        Acls = Named(version.Acls, name => (Acls.FirstOrDefault(acl => acl.Name == name) ?? new AclContent(name, [])).ToAcl()),
    };

    // A name that is there twice is a problem told elsewhere.
    private static Dictionary<string, T> Named<T>(IEnumerable<INamed> declared, Func<string, T> content) =>
        declared.Select(one => one.Name).Distinct(StringComparer.Ordinal).ToDictionary(name => name, content, StringComparer.Ordinal);
}
