namespace EdgeInfra.Edge.Proxy;

/// <summary>Hashes that are the same in every process, so that two edges send a request to the same member. Not for anything an attacker gains by.</summary>
internal static class KeyHash
{
    // FNV-1a with 64 bits, over UTF-16 units.
    private const ulong Offset = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    public static ulong Of(string text) => Mix(Add(Offset, text));

    /// <summary>The same for a host in any case.</summary>
    public static ulong OfObject(string host, string url)
    {
        var hash = Offset;
        foreach (var c in host)
        {
            hash = (hash ^ (char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c)) * Prime;
        }

        return Mix(Add((hash ^ '\0') * Prime, url));
    }

    /// <summary>Spreads a change of any bit over all: the finaliser of SplitMix64.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static ulong Add(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
