using System.CommandLine;
using EdgeInfra.Engine.Builtin;
using EdgeInfra.Engine.Commands;
using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Engine.Workspace;
using EdgeInfra.Engine.Yaml;

namespace Unit.Engine.Commands;

/// <summary>The command line over a YAML project in a folder of its own, with the real engine and the built-in commands.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("commands");
    private readonly RootCommand _root;
    private readonly Queue<string> _answers = new();

    public CommandLine(bool canAsk = false)
    {
        var time = TimeProvider.System;
        var tools = new DeploymentTools
        {
            Time = time,
            Ask = canAsk ? Answer : null,
            Program = (_, _) => new YamlProgram(),
            Deployment = (workspace, options, store, report) => new Deployment(
                options,
                new PluginSource(workspace.RootDirectory, workspace.Project.Plugins, new Dictionary<string, Func<IProvider>>
                {
                    ["command"] = () => new CommandProvider(workspace.ProgramDirectory, (_, _) => { }, time, Random.Shared),
                }, time),
                store, report, time),
        };
        var common = new CommonOptions(new Surroundings
        {
            UserDirectory = _folder.FullName, PulumiHome = _folder.FullName, UserName = "me", HostName = "here", ProcessId = Environment.ProcessId,
            Passphrase = "", Time = time, Note = _ => { },
        });
        _root = [PreviewCommand.Create(common, tools), UpCommand.Create(common, tools), RefreshCommand.Create(common, tools), DestroyCommand.Create(common, tools)];
        common.AddTo(_root);
    }

    public string Program
    {
        set => File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.yaml"), "name: shop\nruntime: yaml\n" + value);
    }

    public string Output { get; private set; } = "";

    public string Errors { get; private set; } = "";

    /// <summary>What happens when a question is asked, before it is answered.</summary>
    public Action Asked { get; set; } = () => { };

    public void Answer(params string[] answers) => Array.ForEach(answers, _answers.Enqueue);

    public bool Has(string file) => File.Exists(Path.Combine(_folder.FullName, file));

    public async Task<int> Run(string arguments, CancellationToken cancel = default)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await _root.Parse($"{arguments} --cwd {_folder.FullName}").InvokeAsync(
            new InvocationConfiguration { Output = output, Error = errors, ProcessTerminationTimeout = null }, cancel);
        (Output, Errors) = (output.ToString(), errors.ToString());
        return code;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string? Answer()
    {
        Asked();
        return _answers.TryDequeue(out var answer) ? answer : null;
    }
}
