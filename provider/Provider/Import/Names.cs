using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeInfra.Plugin.Import;

/// <summary>Gives each object a name that is an identifier in every language, and no other one's.</summary>
internal sealed partial class Names
{
    // Words of C#, and what the written programs call things themselves.
    private static readonly string[] Reserved =
    [
        "abstract", "add", "alias", "allows", "and", "args", "as", "ascending", "async", "await", "base", "bool", "break", "by", "byte",
        "case", "catch", "char", "checked", "class", "config", "const", "continue", "decimal", "default", "delegate", "descending", "do",
        "double", "dynamic", "else", "enum", "equals", "event", "explicit", "extension", "extern", "false", "field", "file", "finally",
        "fixed", "float", "for", "foreach", "from", "get", "global", "goto", "group", "if", "implicit", "in", "init", "int", "interface",
        "internal", "into", "is", "join", "let", "live", "lock", "long", "managed", "nameof", "namespace", "new", "nint", "not",
        "notnull", "nuint", "null", "object", "on", "operator", "options", "or", "orderby", "out", "outputs", "override", "params",
        "partial", "private", "protected", "public", "pulumi", "readonly", "record", "ref", "remove", "required", "resources", "return",
        "sbyte", "scoped", "sealed", "select", "set", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unmanaged", "unsafe", "ushort", "using", "value", "var",
        "variables", "virtual", "void", "volatile", "when", "where", "while", "with", "yield", "no", "yes", "off", "y", "n",
    ];

    private readonly HashSet<string> _taken = new(Reserved, StringComparer.OrdinalIgnoreCase);

    /// <param name="wish">What it is called where it is from.</param>
    /// <param name="kind">What it is, for names that say too little: <c>backend</c>.</param>
    public string Take(string wish, string kind)
    {
        var plain = Camel(wish);
        var start = plain.Length == 0 ? kind
            : char.IsAsciiDigit(plain[0]) || Reserved.Contains(plain) ? kind + Pascal(plain)
            : plain;
        var name = _taken.Contains(start) && start != kind ? start + Pascal(kind) : start;
        for (var i = 2; !_taken.Add(name); i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{start}_{i}");
        }

        return name;
    }

    /// <summary><c>shopApi</c> of <c>shop-api</c>.</summary>
    public static string Camel(string text) => Pascal(text) is { Length: > 0 } pascal
        ? (pascal.All(c => !char.IsAsciiLetterLower(c)) ? pascal.ToLowerInvariant() : char.ToLowerInvariant(pascal[0]) + pascal[1..])
        : "";

    /// <summary><c>ShopApi</c> of <c>shop-api</c>.</summary>
    public static string Pascal(string text) =>
        string.Concat(Word().Matches(text).Select(word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..]));

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Word();
}
