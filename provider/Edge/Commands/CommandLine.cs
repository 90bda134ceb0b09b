using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace EdgeInfra.Edge.Commands;

/// <summary>The command line of <c>edgeinfra-edge</c>. Exit codes: 0 done, 1 failed, 2 wrong input.</summary>
internal sealed class CommandLine(Programs programs, CommandConsole console, string? apiKey, string? shieldSecret = null, BucketKey? bucketKey = null)
{
    private readonly Option<string> _data = new("--data")
    {
        Description = "Folder for versions, token and log.", HelpName = "DIR", Required = true,
    };

    private readonly Option<bool> _detach = new("--detach") { Description = "Run in the background; returns when it is ready." };

    /// <summary>The exit code. Returns when the command is done, for those that serve: after a signal.</summary>
    public async Task<int> Run(string[] arguments, CancellationToken cancel = default)
    {
        _data.Validators.Add(RefuseEmpty);
        var root = new RootCommand("EdgeInfra's edge: serves what stack programs declare.") { Serve(), Bucket(), Stop(), Token(), new ExplainCommand(console, apiKey).Create() };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            parsed.Errors.ToList().ForEach(error => console.Complain(error.Message));
            return Complaint.WrongInput;
        }

        try
        {
            var settings = new InvocationConfiguration
            {
                Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(settings, cancel).ConfigureAwait(false);
        }
        catch (Complaint complaint)
        {
            console.Complain(complaint.Message);
            return complaint.ExitCode;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            console.Complain(error.Message); // these name the file
            return Complaint.Failed;
        }
    }

    private Command Serve()
    {
        var (flags, places) = (new ServeFlags(), new PlaceFlags(shieldSecret));
        var control = Endpoint("--control", "127.0.0.1:9901", "Where the control API listens; port 0 takes a free one, once and for all.");
        var metrics = new Option<bool>("--open-metrics") { Description = "Let everybody who reaches the control API read /metrics, without a token." };
        var command = new Command("serve", "Serves the active versions, and the control API that makes them.") { _data, control, metrics, _detach };
        flags.AddTo(command);
        places.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = new ServeCommandOptions(DataOf(parsed), places.Read(parsed, flags.Read(parsed)), EndpointOf(parsed, control), apiKey)
            {
                OpenMetrics = parsed.GetValue(metrics),
            };
            var same = options.Proxy.Listeners.FirstOrDefault(listener => listener.Endpoint.Port != 0 && listener.Endpoint.Equals(options.Control));
            if (same is not null)
            {
                throw new Complaint(
                    $"--control {options.Control}: {same.Option} has that address already; choose another port", Complaint.WrongInput);
            }

            if (parsed.GetValue(_detach))
            {
                console.Print(await new Detaching(options.Data, console.Time).Run(options.Arguments, options.Fingerprint).ConfigureAwait(false));
            }
            else
            {
                await new ServeCommand(programs, console).Run(options, cancel).ConfigureAwait(false);
            }
        });
        return command;
    }

    private Command Bucket()
    {
        var flags = new BucketFlags(bucketKey);
        var command = new Command("bucket", "Serves a folder with the manners of a store of objects, for development.") { _detach };
        flags.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = flags.Read(parsed);
            if (!parsed.GetValue(_detach))
            {
                await new BucketCommand(programs, console).Run(options, cancel).ConfigureAwait(false);
                return;
            }

            var where = options.Data
                ?? throw new Complaint(
                    "--detach: give --data DIR too, for the log of the background process", Complaint.WrongInput);
            console.Print(
                await new Detaching(where, console.Time).Run(options.Arguments, options.Fingerprint, options.Environment).ConfigureAwait(false));
        });
        return command;
    }

    private Command Stop()
    {
        var command = new Command("stop", "Ends what runs from a data directory; nothing running is fine too.") { _data };
        command.SetAction(async (parsed, _) =>
        {
            var data = DataOf(parsed);
            if (data.Exists)
            {
                await Stopping.Stop(data, console.Time).ConfigureAwait(false);
            }
        });
        return command;
    }

    private Command Token()
    {
        var command = new Command("token", "Prints the token of the control API.") { _data };
        command.SetAction(parsed =>
        {
            var data = DataOf(parsed);
            console.Print(apiKey ?? data.ReadToken() ?? throw new Complaint(
                $"--data {data.Folder}: there is no token yet; start the edge once, or set EDGEINFRA_API_KEY"));
        });
        return command;
    }

    private static Option<string> Endpoint(string name, string otherwise, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "ADDRESS:PORT", DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result => EndpointText.Check(result, name, result.GetValueOrDefault<string>() ?? "", otherwise));
        return option;
    }

    private static void RefuseEmpty(OptionResult result)
    {
        if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
        {
            result.AddError("--data: must name a folder");
        }
    }

    private DataDirectory DataOf(ParseResult parsed) => new(parsed.GetRequiredValue(_data));

    private static IPEndPoint EndpointOf(ParseResult parsed, Option<string> option) =>
        EndpointText.Parse(parsed.GetRequiredValue(option))!; // validated while parsing
}
