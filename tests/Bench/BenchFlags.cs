using System.Globalization;

namespace Bench;

/// <summary>What a run may be told.</summary>
internal sealed record BenchFlags
{
    public const string Usage = "--rounds N --seconds N --quick --only nginx,edgeinfra --minutes N --connections N";

    public int Rounds { get; init; } = 3;

    /// <summary>Of load in each round, for each server and size.</summary>
    public int Seconds { get; init; } = 10;

    /// <summary>Names of the servers to compare; empty, all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>How long to soak.</summary>
    public int Minutes { get; init; } = 10;

    public int Connections { get; init; } = 5_000;

    /// <summary>null when something is not understood.</summary>
    public static BenchFlags? Read(IReadOnlyList<string> words)
    {
        var flags = new BenchFlags();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == "--quick")
            {
                flags = flags with { Rounds = 1, Seconds = 3 };
                continue;
            }

            var next = i + 1 < words.Count ? words[i + 1] : "";
            var isNumber = int.TryParse(next, CultureInfo.InvariantCulture, out var number) && number > 0;
            BenchFlags? read = words[i++] switch
            {
                "--rounds" when isNumber => flags with { Rounds = number },
                "--seconds" when isNumber => flags with { Seconds = number },
                "--minutes" when isNumber => flags with { Minutes = number },
                "--connections" when isNumber => flags with { Connections = number },
                "--only" when next.Length > 0 => flags with { Only = next.Split(',') },
                _ => null,
            };
            if (read is null)
            {
                return null;
            }

            flags = read;
        }

        return flags;
    }
}
