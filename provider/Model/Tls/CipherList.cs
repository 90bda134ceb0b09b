using System.Net.Security;

namespace EdgeInfra.Model;

/// <summary>A list of ciphers in OpenSSL's form, read as OpenSSL reads it: in order, with !, - and + before a word and + between words.</summary>
internal static class CipherList
{
    private const string ByStrength = "@STRENGTH";

    /// <summary>What the list leaves to offer; suites of TLS 1.3, which such lists do not speak of, are all there unless one is named.</summary>
    public static ValueList<TlsCipherSuite> Read(string list)
    {
        var (chosen, banned) = (new List<Cipher>(), new HashSet<Cipher>());
        foreach (var entry in Entries(list))
        {
            chosen = Apply(entry, chosen, banned);
        }

        var modern = chosen.Where(cipher => cipher.IsOf13).ToList();
        return [.. (modern.Count > 0 ? modern : ModernBut(banned)).Concat(chosen.Where(cipher => !cipher.IsOf13)).Select(cipher => cipher.Suite)];
    }

    /// <summary>Whether the list chooses anything by itself.</summary>
    public static bool Chooses(string list)
    {
        var (chosen, banned) = (new List<Cipher>(), new HashSet<Cipher>());
        return Entries(list).Aggregate(chosen, (all, entry) => Apply(entry, all, banned)).Count > 0;
    }

    /// <summary>Words that mean nothing to OpenSSL, or that ask for what the edge never offers.</summary>
    public static IEnumerable<string> Unknown(string list) =>
        from entry in Entries(list)
        where entry != ByStrength
        from word in Words(entry)
        where !Ciphers.Known.Contains(word) || (entry[0] is not ('!' or '-') && Ciphers.NeverOffered.Contains(word))
        select word;

    private static IEnumerable<Cipher> ModernBut(HashSet<Cipher> banned) => Ciphers.All.Where(cipher => cipher.IsOf13 && !banned.Contains(cipher));

    private static List<Cipher> Apply(string entry, List<Cipher> chosen, HashSet<Cipher> banned)
    {
        if (entry == ByStrength)
        {
            return [.. chosen.OrderByDescending(cipher => cipher.Strength)];
        }

        var words = Words(entry);
        var meant = Ciphers.All.Where(cipher => words.All(word => Ciphers.Means(word, cipher))).ToList();
        switch (entry[0])
        {
            case '!':
                banned.UnionWith(meant);
                return [.. chosen.Except(meant)];
            case '-':
                return [.. chosen.Except(meant)];
            case '+':
                return [.. chosen.Except(meant), .. chosen.Intersect(meant)];
            default:
                return [.. chosen, .. meant.Except(chosen).Except(banned)];
        }
    }

    private static string[] Words(string entry) => entry.TrimStart('!', '-', '+').Split('+');

    private static string[] Entries(string list) =>
        list.Split([':', ',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
