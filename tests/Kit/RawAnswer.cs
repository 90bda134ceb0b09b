using System.Globalization;

namespace Kit;

/// <summary>An answer as it came; chunks are taken apart. Not whole: the connection ended before the body did.</summary>
public sealed record RawAnswer(string Head, string Body, bool IsWhole)
{
    public int Status => Head.Length < 12 ? 0 : int.Parse(Head.AsSpan(9, 3), CultureInfo.InvariantCulture);

    public string Line => Head.Split("\r\n")[0];

    /// <summary>The value of a header; null when it is absent. Several lines come joined with " | ".</summary>
    public string? this[string name] => new OriginRequest(Head, "")[name];
}
