namespace EdgeInfra.Model;

/// <summary>Something with a text: a variable of the request or a literal.</summary>
internal sealed class Operand(Operand.Reader read, string? literal = null, bool isAddress = false)
{
    /// <summary>The text; <paramref name="isSet"/> is false for a header that is absent.</summary>
    public delegate ReadOnlySpan<char> Reader(IRequestView request, out bool isSet);

    public Reader Read { get; } = read;

    /// <summary>The text itself when it does not depend on the request.</summary>
    public string? Literal { get; } = literal;

    public bool IsAddress { get; } = isAddress;

    public static Operand Text(string text) => new((_, out isSet) => Set(text, out isSet), text);

    public static Operand Header(string name) => new((request, out isSet) =>
    {
        var value = request.Header(name);
        isSet = value is not null;
        return value;
    });

    public static ReadOnlySpan<char> Set(ReadOnlySpan<char> text, out bool isSet)
    {
        isSet = true;
        return text;
    }
}
