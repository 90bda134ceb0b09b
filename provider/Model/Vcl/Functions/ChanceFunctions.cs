using System.Diagnostics.CodeAnalysis;

namespace EdgeInfra.Model.Vcl;

/// <summary>The functions that roll dice.</summary>
[SuppressMessage("Security", "CA5394", Justification = "VCL's dice share traffic; they keep no secrets.")]
internal static class ChanceFunctions
{
    public static Dictionary<string, Function> All { get; } = new()
    {
        ["randombool"] = new([VclType.Integer, VclType.Integer], 2, given =>
        {
            var (chances, of, random) = (given.Integer(0), given.Integer(1), given.Environment.Random);
            return Values.Bool(frame => random.NextDouble() * of(frame) < chances(frame));
        }),
        ["randomint"] = new([VclType.Integer, VclType.Integer], 2, given =>
        {
            var (from, to, random) = (given.Integer(0), given.Integer(1), given.Environment.Random);
            return Values.Integer(frame => Between(random, from(frame), to(frame)));
        }),
    };

    // Both ends are included.
    private static long Between(Random random, long from, long to) =>
        from >= to ? from : to == long.MaxValue ? random.NextInt64(from, to) : random.NextInt64(from, to + 1);
}
