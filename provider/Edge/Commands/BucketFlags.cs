using System.CommandLine;
using System.Net;

namespace EdgeInfra.Edge.Commands;

/// <summary>The options of <c>bucket</c>.</summary>
/// <param name="keyOfEnvironment">The key, unless options give it.</param>
internal sealed class BucketFlags(BucketKey? keyOfEnvironment)
{
    public const string AccessVariable = "EDGEINFRA_BUCKET_ACCESS_KEY";
    public const string SecretVariable = "EDGEINFRA_BUCKET_SECRET_KEY";

    private const string AnyPort = "127.0.0.1:0";

    private readonly Argument<string> _root = new("DIR") { Description = "The folder to serve." };
    private readonly Option<string> _listen = Endpoint();
    private readonly Option<string?> _name = new("--name") { Description = "Name of the bucket; without one, every host is answered." };
    private readonly Option<string?> _data = new("--data") { Description = "Folder for log and chosen port; needed with --detach.", HelpName = "DIR" };
    private readonly Option<bool> _private = new("--private") { Description = "Answers only requests with good credentials." };
    private readonly Option<bool> _noList = new("--no-list") { Description = "Nobody may list keys: what is missing is then forbidden (403), where the store does so." };
    private readonly Option<string?> _region = new("--region") { Description = "Region that requests have to be signed for; unset, us-east-1, auto for gcs, cn-hangzhou for oss." };

    private readonly Option<string> _store = new("--store")
    {
        Description = "Whose manners it has.", HelpName = string.Join('|', BucketWish.Stores), DefaultValueFactory = _ => BucketWish.DefaultStore,
    };

    private readonly Option<string?> _domain = new("--domain")
    {
        Description = "The store's own host name: NAME.DOMAIN and DOMAIN/NAME are the bucket; unset, any host that begins with NAME.", HelpName = "NAME",
    };

    private readonly Option<string?> _access = new("--access-key")
    {
        Description = $"The access key id, Azure's account or B2's key id; else {AccessVariable}.", HelpName = "ID",
    };

    private readonly Option<string?> _secret = new("--secret-key") { Description = $"Its secret; else {SecretVariable}, which others can't see.", HelpName = "KEY" };

    private readonly Option<string?> _clock = new("--clock")
    {
        Description = "How far the bucket's clock is ahead or behind, to see what becomes of signatures: +20m, -90s.", HelpName = "OFFSET",
    };

    private readonly Option<string?> _log = new("--log")
    {
        Description = "Gets a line of JSON for each request, with all that arrived.", HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_root);
        foreach (var option in (Option[])[_listen, _name, _store, _domain, _region, _private, _access, _secret, _noList, _clock, _log, _data])
        {
            command.Options.Add(option);
        }
    }

    public BucketCommandOptions Read(ParseResult parsed)
    {
        var root = parsed.GetRequiredValue(_root);
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        var data = parsed.GetValue(_data) is { } text && !string.IsNullOrWhiteSpace(text) ? new DataDirectory(text) : null;
        var wish = new BucketWish(folder, parsed.GetValue(_name) ?? "")
        {
            Store = parsed.GetRequiredValue(_store),
            Domain = parsed.GetValue(_domain) ?? "",
            Region = parsed.GetValue(_region) ?? "",
            IsPrivate = parsed.GetValue(_private),
            MayList = !parsed.GetValue(_noList),
            Key = BucketKey.Of(parsed.GetValue(_access) ?? keyOfEnvironment?.Access, parsed.GetValue(_secret) ?? keyOfEnvironment?.Secret),
            Ahead = ClockOffset.Parse(parsed.GetValue(_clock) ?? "0s") ?? default,
            Log = parsed.GetValue(_log) is { Length: > 0 } file ? Path.GetFullPath(file) : null,
        };
        string[] complaints = [.. Complaints(parsed, root, wish, data)];
        return complaints.Length == 0
            ? new(wish, EndpointText.Parse(parsed.GetRequiredValue(_listen))!, data)
            : throw new Complaint(string.Join('\n', complaints), Complaint.WrongInput);
    }

    private IEnumerable<string> Complaints(ParseResult parsed, string root, BucketWish wish, DataDirectory? data)
    {
        if (!Directory.Exists(wish.Root))
        {
            yield return $"bucket {root}: there is no such folder";
        }

        if (parsed.GetValue(_data) is { } empty && data is null)
        {
            yield return $"--data {empty}: must name a folder";
        }

        if (data is not null && Path.TrimEndingDirectorySeparator(data.Folder) == wish.Root)
        {
            yield return $"--data {parsed.GetValue(_data)}: that is the folder to be served; choose another one, or visitors could read the log";
        }

        if (wish.Log?.StartsWith(wish.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) == true)
        {
            yield return $"--log {parsed.GetValue(_log)}: lies in the folder to be served; choose another one, or visitors could read it";
        }

        if (!BucketWish.Stores.Contains(wish.Store))
        {
            yield return $"--store {wish.Store}: must be one of {string.Join(", ", BucketWish.Stores)}";
        }

        if (parsed.GetValue(_clock) is { } clock && ClockOffset.Parse(clock) is null)
        {
            yield return $"--clock {clock}: must be a sign, a number and s, m, h or d, such as +20m";
        }

        foreach (var complaint in AboutKeys(parsed, wish))
        {
            yield return complaint;
        }
    }

    private IEnumerable<string> AboutKeys(ParseResult parsed, BucketWish wish)
    {
        if (wish.IsPrivate && wish.Name.Length == 0)
        {
            yield return "--private: give --name too; signatures hold it";
        }

        if (wish.Key is null && (wish.IsPrivate || parsed.GetValue(_access) is not null || parsed.GetValue(_secret) is not null))
        {
            yield return $"{(wish.IsPrivate ? "--private" : "--access-key")}: give --access-key and --secret-key, or {AccessVariable} and {SecretVariable}";
        }

        if (wish is { Store: "azure", Key: { } key } && !Convert.TryFromBase64String(key.Secret, new byte[key.Secret.Length], out _))
        {
            yield return "--secret-key: Azure's account keys are Base64; this one is not";
        }
    }

    private static Option<string> Endpoint()
    {
        var option = new Option<string>("--listen")
        {
            Description = "Where the bucket is served; port 0 takes a free one.", HelpName = "ADDRESS:PORT", DefaultValueFactory = _ => AnyPort,
        };
        option.Validators.Add(result => EndpointText.Check(result, "--listen", result.GetValueOrDefault<string>() ?? "", AnyPort));
        return option;
    }
}
