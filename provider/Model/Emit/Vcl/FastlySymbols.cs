namespace EdgeInfra.Model;

/// <summary>
/// The names that backends and directors have in the VCL of one version. Directors bear theirs without a prefix, so it can be
/// one that VCL or another declaration has already: such a director is not declared.
/// </summary>
internal sealed class FastlySymbols
{
    public const string Balanced = "autodirector_";

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "acl", "add", "backend", "break", "call", "case", "declare", "default", "director", "else", "elseif", "elsif", "error", "esi",
        "fallthrough", "false", "function", "goto", "if", "import", "include", "log", "penaltybox", "pragma", "ratecounter",
        "remove", "restart", "return", "set", "sub", "switch", "synthetic", "table", "true", "unset",
    };

    private readonly Dictionary<string, string> _backends;
    private readonly Dictionary<string, string> _directors = new(StringComparer.Ordinal);

    public FastlySymbols(ServiceVersion version)
    {
        _backends = version.Backends.Select(backend => backend.Name).Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, VclName.For, StringComparer.Ordinal);
        var taken = _backends.Values
            .Concat(version.Dictionaries.Select(table => VclName.Normalised(table.Name)))
            .Concat(version.Acls.Select(acl => VclName.Normalised(acl.Name)))
            .Append(Balanced).ToHashSet(StringComparer.Ordinal);
        foreach (var director in version.Directors)
        {
            var symbol = VclName.Normalised(director.Name);
            if (IsWord(symbol) && !IsShield(symbol) && MembersOf(director, version).Any() && taken.Add(symbol))
            {
                _directors[director.Name] = symbol;
            }
        }
    }

    /// <summary>Null for a director that is not declared.</summary>
    public string? OfDirector(string name) => _directors.GetValueOrDefault(name);

    /// <summary>What a text that names a backend or a director stands for; either may be named as VCL does.</summary>
    public string? OfTarget(string text) =>
        _backends.GetValueOrDefault(text) ?? OfDirector(text)
        ?? (_backends.ContainsValue(text) || _directors.ContainsValue(text) ? text : null);

    public static IEnumerable<Backend> MembersOf(Director director, ServiceVersion version) =>
        director.Backends.Distinct(StringComparer.Ordinal)
            .Select(name => version.Backends.FirstOrDefault(backend => backend.Name == name)).OfType<Backend>();

    private static bool IsShield(string symbol) =>
        symbol.StartsWith("shield_", StringComparison.Ordinal) || symbol.StartsWith("ssl_shield_", StringComparison.Ordinal);

    /// <summary>Whether VCL takes it for the name of a declaration.</summary>
    public static bool IsWord(string symbol) =>
        symbol.Length > 0 && (char.IsAsciiLetter(symbol[0]) || symbol[0] == '_') && !Words.Contains(symbol);
}
