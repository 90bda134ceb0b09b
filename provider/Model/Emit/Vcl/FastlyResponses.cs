namespace EdgeInfra.Model;

/// <summary>
/// Answers that the edge makes up: an object's condition raises an error of a number of its own, which the error subroutine
/// turns into the answer.
/// </summary>
internal static class FastlyResponses
{
    private const int First = 900;

    // VCL has no more numbers that no origin answers with.
    private const int Most = 100;

    public static void Raise(VclWriter vcl, ServiceVersion version, Func<ResponseObject, string> condition)
    {
        foreach (var (answer, number) in Numbered(version).Where(one => condition(one.Answer).Length > 0))
        {
            vcl.Comment($"Response object {answer.Name}");
            FastlyGuard.Write(vcl, version, answer.Name, [condition(answer)],
                () => vcl.Line($"error {VclLiteral.Number(number)} \"Fastly Internal\";"));
        }
    }

    public static void Answer(VclWriter vcl, ServiceVersion version)
    {
        if (version.RequestSettings.Any(settings => settings.ForceSsl == true))
        {
            vcl.Block("if (obj.status == 801) {", () => vcl
                .Line("set obj.status = 301;")
                .Line("set obj.response = \"Moved Permanently\";")
                .Line("set obj.http.Location = \"https://\" req.http.host req.url;")
                .Line("synthetic {\"\"};")
                .Line("return(deliver);")).Line();
        }

        foreach (var (answer, number) in Numbered(version))
        {
            vcl.Comment($"Response object {answer.Name}")
                .Block($"if (obj.status == {VclLiteral.Number(number)}) {{", () => Answer(vcl, answer)).Line();
        }

        foreach (var unused in version.ResponseObjects.Except(Numbered(version).Select(one => one.Answer)))
        {
            vcl.Comment($"Not used: {unused.Name}, which has no condition, or is one of more than {Most}");
        }
    }

    private static void Answer(VclWriter vcl, ResponseObject answer)
    {
        vcl.Line($"set obj.status = {VclLiteral.Number(answer.Status)};")
            .Line($"set obj.response = {VclLiteral.Text(answer.Response)};");
        if (answer.ContentType.Length > 0)
        {
            vcl.Line($"set obj.http.Content-Type = {VclLiteral.Text(answer.ContentType)};");
        }

        vcl.Verbatim($"        synthetic {VclLiteral.Text(answer.Content)};").Line("return(deliver);");
    }

    private static IEnumerable<(ResponseObject Answer, int Number)> Numbered(ServiceVersion version) => version.ResponseObjects
        .Where(answer => answer.RequestCondition.Length + answer.CacheCondition.Length > 0)
        .Take(Most).Select((answer, at) => (answer, First + at));
}
