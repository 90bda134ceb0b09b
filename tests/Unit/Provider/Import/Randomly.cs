namespace Unit.Provider.Import;

/// <summary>Texts that a language could take for something else.</summary>
internal static class Randomly
{
    private static readonly string[] Bits =
    [
        "a", "B", "7", " ", "\n", "\"", "\"\"\"", "\\", "\\n", "${", "$${", "$", "}", "{", "#", ": ", "- ", "'", "`", "\t", "\r", "é", "ß",
        "\u0001", "\u0085", "\u2028", "\ufeff", "\u202e", "\U0001f600", "true", "null", "new", "if", "%", "&", "*", "|", ">", "[", "]", ",", "~", "0x1",
    ];

    public static string Text(Random random, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => Bits[random.Next(Bits.Length)]));
}
