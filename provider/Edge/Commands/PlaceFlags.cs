using System.CommandLine;

namespace EdgeInfra.Edge.Commands;

/// <summary>The options of <c>serve</c> that say what this edge is among others, and how it shows.</summary>
internal sealed class PlaceFlags(string? secretOfEnvironment)
{
    private const int LeastSecret = 16;
    private const string AtLoad = "load", AtFirstRequest = "first-request";

    private readonly Option<string?> _place = new("--place")
    {
        Description = "Name of this place, which shields the backends whose shield it is.", HelpName = "NAME",
    };

    private readonly Option<string[]> _shields = new("--shield")
    {
        Description = "Where another place serves visitors in plain HTTP; may be repeated.", HelpName = "NAME=ADDRESS:PORT",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _secret = new("--shield-secret")
    {
        Description = "File with what all places sign with; else EDGEINFRA_SHIELD_SECRET.", HelpName = "FILE",
    };

    private readonly Option<string> _probes = new("--probes")
    {
        Description = "When probes of origins begin: with a version, or as at Fastly with its first request.", HelpName = $"{AtLoad}|{AtFirstRequest}",
        DefaultValueFactory = _ => AtLoad,
    };

    private readonly Option<bool> _fastlyHeaders = new("--fastly-headers")
    {
        Description = "Answers have Fastly's headers: X-Served-By, X-Cache, X-Cache-Hits and X-Timer.",
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_place, _shields, _secret, _probes, _fastlyHeaders])
        {
            command.Options.Add(option);
        }
    }

    public ProxyWish Read(ParseResult parsed, ProxyWish wish)
    {
        var file = parsed.GetValue(_secret);
        var texts = parsed.GetRequiredValue(_shields);
        var read = wish with
        {
            Place = parsed.GetValue(_place),
            Shields = [.. texts.Select(ShieldWish.Parse).OfType<ShieldWish>()],
            SecretFile = file is null ? null : Path.GetFullPath(file),
            Secret = (file is null ? secretOfEnvironment : File.Exists(file) ? File.ReadAllText(file) : "")?.Trim(),
            ProbesAtLoad = parsed.GetRequiredValue(_probes) != AtFirstRequest,
            FastlyHeaders = parsed.GetValue(_fastlyHeaders),
        };
        string[] complaints =
        [
            .. texts.Where(text => ShieldWish.Parse(text) is null)
                .Select(text => $"--shield {text}: must be a place and its address, such as AMS=192.0.2.7:8080"),
            .. Complaints(read, parsed.GetRequiredValue(_probes)),
        ];
        return complaints.Length == 0 ? read : throw new Complaint(string.Join('\n', complaints), Complaint.WrongInput);
    }

    private static IEnumerable<string> Complaints(ProxyWish wish, string probes)
    {
        if (probes is not (AtLoad or AtFirstRequest))
        {
            yield return $"--probes {probes}: must be {AtLoad} or {AtFirstRequest}";
        }

        if (wish.Place is { } place && !ShieldWish.IsPlace(place))
        {
            yield return $"--place {place}: must be letters, digits and hyphens, 64 at most";
        }

        foreach (var same in wish.Shields.GroupBy(shield => shield.Place).Where(group => group.Skip(1).Any()))
        {
            yield return $"--shield {same.Last()}: {same.Key} has an address already, {same.First()}";
        }

        if (wish.Shields.Count > 0 && wish.Secret is null)
        {
            yield return $"--shield {wish.Shields[0]}: give --shield-secret FILE too, or set EDGEINFRA_SHIELD_SECRET; "
                + "without it the other place could not know whom to believe";
        }

        if (wish.Secret is { Length: < LeastSecret })
        {
            yield return $"{(wish.SecretFile is { } file ? $"--shield-secret {file}" : "EDGEINFRA_SHIELD_SECRET")}: "
                + $"must hold a text of {LeastSecret} characters or more, the same at all places";
        }
    }
}
