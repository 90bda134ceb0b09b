namespace EdgeInfra.Model;

/// <summary>The probes of a text, by name or inside their backends, as healthchecks.</summary>
internal sealed class ProbeDeclarations
{
    private readonly List<DeclarationProblem> _problems;
    private readonly Dictionary<string, Healthcheck?> _named = [];
    private readonly List<Healthcheck> _inline = [];

    public ProbeDeclarations(List<Declared> declared, List<DeclarationProblem> problems)
    {
        _problems = problems;
        foreach (var probe in declared.Where(one => !one.IsBackend))
        {
            _named[probe.Name.Text] = Read(probe.PlainName, probe.Name, probe.Properties);
        }
    }

    /// <summary>Every healthcheck there is, the named ones first.</summary>
    public ValueList<Healthcheck> Used => _named.Values.OfType<Healthcheck>().Concat(_inline).ToValueList();

    /// <summary>The name of the healthcheck that a backend's <c>.probe</c> stands for; null when there is none.</summary>
    public string? Of(Declared backend, DeclaredProperty probe)
    {
        if (probe.Nested is { } properties)
        {
            var isTaken = Used.Any(other => other.Name == backend.PlainName);
            var healthcheck = Read(isTaken ? backend.PlainName + " probe" : backend.PlainName, probe.Name, properties);
            _inline.AddRange(healthcheck is null ? [] : [healthcheck]);
            return healthcheck?.Name;
        }

        if (probe.Value is [{ Kind: PieceKind.Name } name])
        {
            if (_named.TryGetValue(name.Text, out var known))
            {
                return known?.Name;
            }

            Refuse(name, $"there is no probe {name.Text}.{Nearest.Hint(name.Text, _named.Keys)}");
            return null;
        }

        Refuse(probe.Name, ".probe must be the name of a probe, or { and its properties.");
        return null;
    }

    private Healthcheck? Read(string name, Piece at, IReadOnlyList<DeclaredProperty> declared)
    {
        var properties = new PropertyBag(declared, _problems);
        var isDummy = properties.Boolean("dummy") == true;
        var usual = new Healthcheck { Name = name, Host = "", Path = "" };
        var healthcheck = usual with
        {
            ExpectedResponse = properties.Number("expected_response") ?? usual.ExpectedResponse,
            CheckInterval = properties.Duration("interval") ?? usual.CheckInterval,
            Timeout = properties.Duration("timeout") ?? usual.Timeout,
            Window = properties.Number("window") ?? usual.Window,
            Threshold = properties.Number("threshold") ?? usual.Threshold,
            Initial = properties.Number("initial") ?? usual.Initial,
        };
        var request = properties.Texts("request");
        properties.RefuseUnknown();
        if (isDummy)
        {
            return null; // it sends nothing: only names are looked up with it, which the edge does anyway
        }

        var complete = request is null ? null : ProbeRequestText.Read(healthcheck, request, _problems);
        if (request is null && properties.Find("request") is null)
        {
            Refuse(at, "a probe needs a .request, unless it is a .dummy one.");
        }

        return complete is null ? null : Checked(at, complete.Normalise());
    }

    private Healthcheck Checked(Piece at, Healthcheck healthcheck)
    {
        _problems.AddRange(RecordRules.Check(Healthcheck.Fields, healthcheck).Select(problem =>
            new DeclarationProblem(at.Line, at.Column, $"the probe's {problem.Path} {problem.Message}", problem.Severity)));
        return healthcheck;
    }

    private void Refuse(Piece at, string message) => _problems.Add(new(at.Line, at.Column, message, Severity.Error));
}
