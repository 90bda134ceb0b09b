namespace EdgeInfra.Model;

/// <summary>The lines of a probe's <c>.request</c>, read back into a healthcheck.</summary>
internal static class ProbeRequestText
{
    private const string Host = "Host:";

    // What every probe sends by itself.
    private static readonly string[] Automatic = ["Connection: close", "User-Agent: Varnish/fastly (healthcheck)"];

    public static Healthcheck? Read(Healthcheck healthcheck, IReadOnlyList<Piece> lines, List<DeclarationProblem> problems)
    {
        var first = lines[0];
        if (first.Text.Split(' ') is not [var method, var path, "HTTP/1.0" or "HTTP/1.1"])
        {
            return Refuse(first, "the first line of a request has the form \"HEAD /path HTTP/1.1\".", problems);
        }

        var headers = lines.Skip(1).Select(line => line.Text).ToList();
        var host = headers.FirstOrDefault(IsHost)?[Host.Length..].Trim();
        if (string.IsNullOrEmpty(host))
        {
            return Refuse(first, "the request needs a line \"Host: name\".", problems);
        }

        return healthcheck with
        {
            Method = method,
            Path = path,
            HttpVersion = first.Text[^3..],
            Host = host,
            Headers = headers.Where(line => !IsHost(line) && !Automatic.Contains(line, StringComparer.OrdinalIgnoreCase)).ToValueList(),
        };
    }

    private static bool IsHost(string line) => line.StartsWith(Host, StringComparison.OrdinalIgnoreCase);

    private static Healthcheck? Refuse(Piece at, string message, List<DeclarationProblem> problems)
    {
        problems.Add(new(at.Line, at.Column, message, Severity.Error));
        return null;
    }
}
