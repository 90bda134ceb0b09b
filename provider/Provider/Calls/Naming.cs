using EdgeInfra.Protocol.Rpc;

namespace EdgeInfra.Plugin;

/// <summary>How a name is found for a resource that is given none.</summary>
internal sealed record Naming(string Seed, string? Proposed, bool Enforced, bool Disabled)
{
    private const int RandomDigits = 7; // Pulumi's habit

    public static Naming Random(ReadOnlySpan<byte> seed) => new(Convert.ToHexStringLower(seed), null, false, false);

    public static Naming From(CheckRequest request)
    {
        var classic = Random(request.RandomSeed.Span);
        return request.Autonaming is not { } wish
            ? classic
            : classic with
            {
                Proposed = wish.ProposedName.Length > 0 ? wish.ProposedName : null,
                Enforced = wish.Mode == CheckRequest.Types.AutonamingOptions.Types.Mode.Enforce,
                Disabled = wish.Mode == CheckRequest.Types.AutonamingOptions.Types.Mode.Disable,
            };
    }

    /// <summary>The name, or null when none may be made up.</summary>
    /// <param name="old">The name it has had so far, which is kept.</param>
    public string? NameFor(string resource, string? old) =>
        Enforced && Proposed is not null ? Proposed
        : old ?? (Disabled ? null : Proposed ?? $"{resource}-{Seed.PadRight(RandomDigits, '0')[..RandomDigits]}");
}
