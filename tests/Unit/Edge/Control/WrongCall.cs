namespace Unit.Edge.Control;

/// <summary>A call that must be refused.</summary>
internal sealed record WrongCall(string Method, string Path, string? Body = null, string Type = "application/x-www-form-urlencoded")
{
    public string Token { get; init; } = ControlUnderTest.Token;

    public override string ToString() => $"{Method} {Path} {Shortened(Body)}".TrimEnd() + (Token == ControlUnderTest.Token ? "" : $" as '{Token}'");

    private static string? Shortened(string? text) => text?.Length > 80 ? $"{text[..30]}… ({text.Length})" : text;
}
