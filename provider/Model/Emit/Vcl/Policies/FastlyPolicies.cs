namespace EdgeInfra.Model;

/// <summary>
/// Origin policies for Fastly, which has no field for them: the same version with snippets of VCL instead. What is sent to Fastly, read back and
/// compared is the lowered version; a reviewer sees the policy.
/// </summary>
public static class FastlyPolicies
{
    /// <summary>Names that begin so belong to the snippets and to the dictionary made here.</summary>
    public const string Prefix = "edgeinfra_";

    private const int First = 1, Last = 9_000;

    /// <summary>
    /// Without a policy in any backend, and otherwise as it was: a version without policies comes back as it is. It holds no secret: the snippets
    /// look <see cref="Credentials"/> up.
    /// </summary>
    public static ServiceVersion Lower(ServiceVersion version)
    {
        if (version.Backends.All(backend => backend.Policy is null))
        {
            return version;
        }

        var groups = PolicyGroup.Of(version);
        var tables = groups.Any(group => group.Policy.Signing is not null || group.Policy.EdgeAuth is not null)
            ? [new EdgeDictionary { Name = PolicyCredentials.Table, WriteOnly = true }]
            : Array.Empty<EdgeDictionary>();
        return version with
        {
            Backends = version.Backends.Select(backend => backend with { Policy = null }).ToValueList(),
            Snippets = [.. version.Snippets, .. Snippets(groups)],
            Dictionaries = [.. version.Dictionaries, .. tables],
        };
    }

    /// <summary>
    /// What must be in the private dictionary before the lowered version is activated; null when it needs none. It belongs to no version: write it
    /// again when a secret has changed, because it cannot be read back and compared.
    /// </summary>
    public static TableContent? Credentials(ServiceVersion version) =>
        PolicyGroup.Of(version).SelectMany(PolicyCredentials.Of).Where(item => item.ItemValue.Length > 0).ToValueList() is { Count: > 0 } items
            ? new(PolicyCredentials.Table, items)
            : null;

    /// <summary>
    /// What a live version was lowered from: its backends have the policies that were declared, if its snippets are theirs. Otherwise someone has
    /// changed them, and the backends come back without, so that the difference shows and is mended.
    /// </summary>
    public static ServiceVersion Raise(ServiceVersion live, ServiceVersion declared)
    {
        var made = live.Snippets.Where(IsMade).ToList();
        if (made.Count == 0)
        {
            return live;
        }

        var expected = Lower(declared.Normalise()).Snippets.Where(IsMade);
        var isTheirs = made.OrderBy(snippet => snippet.Name, StringComparer.Ordinal)
            .SequenceEqual(expected.OrderBy(snippet => snippet.Name, StringComparer.Ordinal));
        return live with
        {
            Backends = live.Backends.Select(backend => backend with { Policy = isTheirs ? PolicyOf(backend.Name, declared) : null }).ToValueList(),
            Snippets = live.Snippets.Where(snippet => !IsMade(snippet)).ToValueList(),
            Dictionaries = live.Dictionaries.Where(table => !IsMade(table)).ToValueList(),
        };
    }

    /// <summary>Whether an object of a live version was made here: a program that is written from that version has no use for it.</summary>
    public static bool IsMade(INamed item) => item switch
    {
        Snippet snippet => snippet.Name.StartsWith(Prefix + "policy_", StringComparison.Ordinal),
        EdgeDictionary table => table.Name == PolicyCredentials.Table,
        _ => false,
    };

    /// <summary>What the snippets cannot do as the bundled runtime does it.</summary>
    public static IEnumerable<Problem> Problems(ServiceVersion version) =>
    [
        .. PolicyGroup.Mixed(version).Select(PolicyProblems.Mixed),
        .. version.Backends.Where(backend => backend.Policy is not null).SelectMany(PolicyProblems.OnFastly),
    ];

    private static OriginPolicy? PolicyOf(string backend, ServiceVersion declared) =>
        declared.Backends.FirstOrDefault(one => one.Name == backend)?.Policy;

    private static IEnumerable<Snippet> Snippets(IReadOnlyList<PolicyGroup> groups) =>
    [
        Of("recv", First, FastlyPolicyReceive.Write),
        Of("hash", First, FastlyPolicyReceive.Hash),
        Of("miss", Last, vcl => FastlyPolicyRequest.Write(vcl, groups)), // a signature is of what others have made of the request
        Of("pass", Last, vcl => FastlyPolicyRequest.Write(vcl, groups)),
        Of("fetch", First, vcl => FastlyPolicyAnswer.Write(vcl, groups)),
        Of("error", First, vcl => FastlyPolicyError.Write(vcl, groups)),
        Of("deliver", First, vcl => FastlyPolicyDelivery.Write(vcl, groups)),
    ];

    private static Snippet Of(string place, int priority, Action<VclWriter> write)
    {
        var vcl = new VclWriter();
        write(vcl);
        return new() { Name = $"{Prefix}policy_{place}", Type = place, Priority = priority, Content = vcl.ToString() };
    }
}
