namespace EdgeInfra.Model;

/// <summary>
/// Header rules of type response, as a subroutine of their own: answers that Varnish makes up itself never come to vcl_deliver, and rules see them too.
/// </summary>
internal sealed class VarnishDelivery
{
    private const string Name = "answer_rules", OnlyOfTheCache = "obj.hits";

    private readonly VclWriter _rules = new();
    private readonly bool _any;

    public VarnishDelivery(VarnishScript script)
    {
        _any = script.Version.Headers.Any(header => header.Type == "response");
        if (_any)
        {
            _rules.Line().Block($"sub {Name} {{", () => VarnishHeaders.Write(_rules, script, "response", VarnishPlace.Delivery));
        }

        IsForMadeUp = _any && !_rules.ToString().Contains(OnlyOfTheCache, StringComparison.Ordinal);
        if (_any && !IsForMadeUp)
        {
            script.Problems.AddRange(script.Version.Headers.Where(header => Asks(header, script.Version)).Select(header => VarnishProblems.Differs(
                Header.Fields, header.Name, "src",
                $"asks {OnlyOfTheCache}, which Varnish has for answers of its cache only: no rule of type response sees those that it makes up itself.")));
        }
    }

    /// <summary>Whether answers that Varnish makes up itself are to follow the rules.</summary>
    public bool IsForMadeUp { get; }

    public string[] Call => IsForMadeUp ? [$"call {Name};"] : [];

    public void Write(VclWriter vcl)
    {
        if (_any)
        {
            vcl.Verbatim(_rules.ToString()).Line().Block("sub vcl_deliver {", () => vcl.Line($"call {Name};"));
        }
    }

    private static bool Asks(Header header, ServiceVersion version) => header.Type == "response" && new[] { header.Src }
        .Concat(version.Conditions.Where(condition => condition.Name == header.RequestCondition || condition.Name == header.ResponseCondition)
            .Select(condition => condition.Statement))
        .Any(text => text.Contains(OnlyOfTheCache, StringComparison.Ordinal));
}
