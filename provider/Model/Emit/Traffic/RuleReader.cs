using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// Reads a version's rules for traffic. The check before an activation and the compiler both read with it, so what passes
/// the one compiles in the other.
/// </summary>
internal sealed class RuleReader
{
    private readonly List<Problem> _problems = [];
    private readonly ServiceVersion _version;
    private readonly RuleConditions _conditions;
    private readonly HeaderRules _headers;

    private RuleReader(ServiceVersion version, VersionContents contents)
    {
        _version = version;
        var captures = version.Headers.Any(header => header.Src.Contains("re.group.", StringComparison.Ordinal));
        VclEnvironment For(VclScope scope) => contents.EnvironmentFor(version, scope) with
        {
            Views = VclViews.All & ~VclViews.CachedObject, // nothing is cached, so there is no object to look at
            KeepsCaptures = captures,
        };
        _conditions = new RuleConditions(version, For);
        _headers = new HeaderRules(_conditions, version);
        Rules = Read() with { UsesCaptures = captures };
    }

    private TrafficRules Rules { get; }

    public static IEnumerable<Problem> Check(ServiceVersion version) => new RuleReader(version, VersionContents.Empty)._problems;

    public static TrafficRules Compile(ServiceVersion version, VersionContents contents) => new RuleReader(version, contents).Rules;

    private TrafficRules Read() => new()
    {
        DefaultHost = _version.Settings.DefaultHost,
        Requests = Ordered(_version.RequestSettings, settings => settings.RequestCondition).Select(OfRequest).ToValueList(),
        Answers = Answers(answer => answer.RequestCondition, VclScope.Recv),
        Recv = Headers("request", VclScope.Recv),
        Miss = Headers("fetch", VclScope.Miss),
        Compression = _version.Gzips.Select(OfGzip).ToValueList(),
        Fetch = Headers("cache", VclScope.Fetch),
        Replacements = Answers(answer => answer.CacheCondition, VclScope.Fetch),
        Restarts = _version.CacheSettings.Where(settings => settings.Action == "restart").Select(CacheGuard).ToValueList(),
        Caching = Ordered(_version.CacheSettings, settings => settings.CacheCondition)
            .Where(settings => settings.Action != "restart").Select(OfCaching).ToValueList(),
        DefaultTtl = TimeSpan.FromSeconds(_version.Settings.DefaultTtl),
        StaleIfError = _version.Settings.StaleIfError ? TimeSpan.FromSeconds(_version.Settings.StaleIfErrorTtl) : null,
        Deliver = Headers("response", VclScope.Deliver),
    };

    private ValueList<HeaderRule> Headers(string type, VclScope scope) => (
        from header in _version.Headers
        where header.Type == type
        orderby header.Priority
        let rule = _headers.Read(header, scope, problem => Note(Header.Fields, header.Name, problem))
        where rule is not null
        select rule).ToValueList();

    private RequestRule OfRequest(RequestSettings settings) => new(
        settings.ForceSsl == true,
        string.IsNullOrEmpty(settings.DefaultHost) ? null : settings.DefaultHost,
        settings.Xff switch
        {
            "clear" => ForwardedFor.Clear,
            "leave" => ForwardedFor.Leave,
            "overwrite" => ForwardedFor.Overwrite,
            "append" or "append_all" => ForwardedFor.Append,
            _ => null,
        },
        settings.TimerSupport == true,
        _conditions.Guard(
            [("requestCondition", settings.RequestCondition, ["REQUEST"])], VclScope.Recv,
            problem => Note(RequestSettings.Fields, settings.Name, problem)) ?? RuleGuard.Always)
    {
        Lookup = settings.Action switch { "lookup" => true, "pass" => false, _ => null },
        ForceMiss = settings.ForceMiss == true,
        HashKeys = HashKeys(settings),
    };

    private ValueList<ValueExpression> HashKeys(RequestSettings settings)
    {
        var keys = new List<ValueExpression>();
        foreach (var statement in KeyList.Split(settings.HashKeys ?? ""))
        {
            var compiled = VclCompiler.Text(statement, _conditions.Environment(VclScope.Recv));
            if (compiled.Ok)
            {
                keys.Add(new(statement, compiled.Expression));
                continue;
            }

            foreach (var problem in compiled.Problems)
            {
                Note(RequestSettings.Fields, settings.Name, Problems.BadHashKey(problem));
            }
        }

        return keys.ToValueList();
    }

    private CompressionRule OfGzip(Gzip gzip) => new(
        Words(gzip.ContentTypes), Words(gzip.Extensions), gzip.Brotli == true,
        _conditions.Guard(
            [("cacheCondition", gzip.CacheCondition, ["CACHE"])], VclScope.Fetch, problem => Note(Gzip.Fields, gzip.Name, problem))
            ?? RuleGuard.Always);

    private RuleGuard CacheGuard(CacheSettings settings) =>
        _conditions.Guard(
            [("cacheCondition", settings.CacheCondition, ["CACHE"])], VclScope.Fetch,
            problem => Note(CacheSettings.Fields, settings.Name, problem))
            ?? RuleGuard.Always;

    private CachingRule OfCaching(CacheSettings settings) => new(
        settings.Name,
        settings.Action switch { "pass" => true, "cache" => false, _ => null },
        Seconds(settings.Ttl), Seconds(settings.StaleTtl),
        CacheGuard(settings));

    private static TimeSpan? Seconds(int? seconds) => seconds is { } some ? TimeSpan.FromSeconds(some) : null;

    private static ValueList<string> Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToValueList();

    private ValueList<AnswerRule> Answers(Func<ResponseObject, string> condition, VclScope scope) => (
        from answer in Ordered(_version.ResponseObjects, condition)
        where condition(answer).Length > 0
        select OfAnswer(answer, condition(answer), scope)).ToValueList();

    private AnswerRule OfAnswer(ResponseObject answer, string condition, VclScope scope)
    {
        var (property, type) = scope == VclScope.Recv ? ("requestCondition", "REQUEST") : ("cacheCondition", "CACHE");
        void Refuse(Problem problem) => Note(ResponseObject.Fields, answer.Name, problem);
        if (answer.Status is < 200 or > 599)
        {
            Refuse(Problems.StatusCannotBeSent(answer.Status));
        }

        return new(answer.Status, SafeText.Of(answer.Response) ?? "", answer.ContentType, answer.Content,
            _conditions.Guard([(property, condition, [type])], scope, Refuse) ?? RuleGuard.Always);
    }

    // Those without a condition first, then by the priority of their conditions.
    private IEnumerable<T> Ordered<T>(IEnumerable<T> rules, Func<T, string> condition) =>
        rules.OrderBy(rule => _conditions.Find(condition(rule))?.Priority ?? long.MinValue);

    private void Note(IFieldTable table, string name, Problem problem) => _problems.Add(Problems.In(table, name, problem));
}
