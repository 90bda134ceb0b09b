namespace EdgeInfra.Model;

/// <summary>Answers that Varnish makes up: raised with a number of their own, and filled where that number arrives.</summary>
internal static class VarnishAnswers
{
    private const int First = 900, Redirect = 801;

    public static void OfRequests(VclWriter vcl, VarnishScript script)
    {
        foreach (var (answer, number) in Numbered(script, answer => answer.RequestCondition))
        {
            vcl.Comment(answer.Name);
            script.Guarded(vcl, [answer.RequestCondition], VarnishPlace.Request, why => LeftOut(answer, why),
                () => vcl.Line($"return (synth({number}, \"Response object\"));"));
        }
    }

    public static void OfOrigins(VclWriter vcl, VarnishScript script)
    {
        foreach (var (answer, number) in Numbered(script, answer => answer.CacheCondition))
        {
            vcl.Comment(answer.Name);
            script.Guarded(vcl, [answer.CacheCondition], VarnishPlace.Answer, why => LeftOut(answer, why),
                () => vcl.Line($"return (error({number}, \"Response object\"));"));
        }
    }

    public static void Fill(VclWriter vcl, VarnishScript script, VarnishDelivery delivery)
    {
        var redirects = script.Version.RequestSettings.Any(settings => settings.ForceSsl == true);
        var toClients = Numbered(script, answer => answer.RequestCondition);
        if (redirects || toClients.Count > 0 || delivery.IsForMadeUp)
        {
            vcl.Line().Block("sub vcl_synth {", () =>
            {
                if (redirects)
                {
                    vcl.Block($"if (resp.status == {Redirect}) {{", () => vcl.Line("set resp.status = 301;")
                        .Line("set resp.reason = \"Moved Permanently\";")
                        .Line("set resp.http.Location = \"https://\" + req.http.Host + req.url;")
                        .Line("set resp.body = \"\";").Lines(delivery.Call).Line("return (deliver);"));
                }

                toClients.ForEach(one => Fill(vcl, one.Answer, one.Number, "resp", delivery.Call));
                vcl.Lines(delivery.Call);
            });
        }

        if (Numbered(script, answer => answer.CacheCondition) is { Count: > 0 } instead)
        {
            vcl.Line().Block("sub vcl_backend_error {", () => instead.ForEach(one => Fill(vcl, one.Answer, one.Number, "beresp", [])));
        }
    }

    public static IEnumerable<Problem> Problems(ServiceVersion version) => version.ResponseObjects
        .Where(answer => !IsSayable(answer)).Select(answer => LeftOut(answer, "a text of it fits into none of Varnish's quotes."));

    /// <summary>The number for a redirect to TLS.</summary>
    public static string ToTls => $"return (synth({Redirect}, \"Force TLS\"));";

    private static Problem LeftOut(ResponseObject answer, string why) => VarnishProblems.LeftOut(ResponseObject.Fields, answer.Name, why);

    private static bool IsSayable(ResponseObject answer) =>
        new[] { answer.Response, answer.Content, answer.ContentType }.All(text => VarnishLiteral.Text(text) is not null);

    private static List<(ResponseObject Answer, int Number)> Numbered(VarnishScript script, Func<ResponseObject, string> condition) =>
        script.Version.ResponseObjects.Select((answer, at) => (answer, First + at))
            .Where(one => condition(one.answer).Length > 0 && IsSayable(one.answer)).ToList();

    private static void Fill(VclWriter vcl, ResponseObject answer, int number, string owner, string[] rules) =>
        vcl.Block($"if ({owner}.status == {number}) {{", () => vcl
            .Line($"set {owner}.status = {VclLiteral.Number(answer.Status)};")
            .Line($"set {owner}.reason = {VarnishLiteral.Text(answer.Response)};")
            .Line(answer.ContentType.Length > 0
                ? $"set {owner}.http.Content-Type = {VarnishLiteral.Text(answer.ContentType)};" : $"unset {owner}.http.Content-Type;")
            .Line($"set {owner}.body = {VarnishLiteral.Text(answer.Content)};")
            .Lines(rules)
            .Line("return (deliver);"));
}
