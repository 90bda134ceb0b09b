using System.CommandLine;
using EdgeInfra.Engine.Commands;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Engine.Workspace;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using Kit;
using Moq;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Commands;

public sealed class Importing_programs : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Mock<IProvider> _provider = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private PropertyMap _asked = PropertyMap.Empty;

    public Importing_programs()
    {
        File.WriteAllText(_folder.At("a.vcl"), "backend a { }");
        _provider.Setup(provider => provider.Invoke(It.IsAny<InvokeRequest>(), It.IsAny<CancellationToken>()))
            .Callback((InvokeRequest request, CancellationToken _) => _asked = ValueCodec.FromStruct(request.Args))
            .Returns(() => Task.FromResult(Answer));
    }

    private InvokeResponse Answer { get; set; } = Files(("Pulumi.yaml", "new"), ("Program.cs", "program"));

    [Fact]
    public async Task Writes_what_the_provider_says()
    {
        Assert.Equal(0, await Run("import vcl a.vcl --out there"));

        Assert.Equal("program", File.ReadAllText(_folder.At("there", "Program.cs")));
        Assert.Equal("backend a { }", Text("text"));
        Assert.Equal(("vcl", "a.vcl", "csharp", _folder.At("there")), (Text("kind"), Text("name"), Text("language"), Text("directory")));
        Assert.Equal((V)false, _asked["part"]);
        Assert.Contains("warning: a.vcl: EDGE131 one", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("  look", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_over_nothing_unless_forced_to()
    {
        File.WriteAllText(_folder.At("Program.cs"), "mine");

        Assert.Equal(1, await Run("import vcl a.vcl"));
        Assert.False(File.Exists(_folder.At("Pulumi.yaml")));
        Assert.Equal("mine", File.ReadAllText(_folder.At("Program.cs")));
        Assert.Contains("Program.cs is there already, and nothing was written", _errors.ToString(), StringComparison.Ordinal);

        Assert.Equal(0, await Run("import vcl a.vcl --force"));
        Assert.Equal("program", File.ReadAllText(_folder.At("Program.cs")));
    }

    [Fact]
    public async Task Adds_to_a_program_that_is_there_in_its_language()
    {
        File.WriteAllText(_folder.At("Pulumi.yaml"), "name: x\nruntime: yaml\n");
        Answer = Files();

        Assert.Equal(0, await Run("import vcl a.vcl --force"));
        Assert.Equal(("yaml", (V)true), (Text("language"), _asked["part"]));
        Assert.Equal("name: x\nruntime: yaml\n", File.ReadAllText(_folder.At("Pulumi.yaml")));
        Assert.Contains("fragment", _output.ToString(), StringComparison.Ordinal);

        Assert.Equal(1, await Run("import vcl a.vcl --language csharp"));
        Assert.Contains("--language csharp: the program in", _errors.ToString(), StringComparison.Ordinal);

        File.WriteAllText(_folder.At("Pulumi.yaml"), "name: x\nruntime: nodejs\n");
        Assert.Equal(1, await Run("import vcl a.vcl"));
        Assert.Contains("programs of runtime 'nodejs' cannot be added to", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_everything_that_is_wrong_and_writes_nothing()
    {
        Answer = new() { Failures = { new CheckFailure { Reason = "one" }, new CheckFailure { Reason = "two" } } };

        Assert.Equal(1, await Run("import vcl a.vcl --out there"));
        Assert.Equal("error: a.vcl: one\nerror: a.vcl: two\n", _errors.ToString().ReplaceLineEndings("\n"));
        Assert.False(Directory.Exists(_folder.At("there")));

        Assert.Equal(1, await Run("import vcl a.vcl --json"));
        Assert.Contains("\"a.vcl: two\"", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_a_service_with_the_key_that_is_named()
    {
        Environment.SetEnvironmentVariable("KEY_OF_IMPORT", "k");
        var configured = PropertyMap.Empty;
        _provider.Setup(provider => provider.Configure(It.IsAny<ConfigureRequest>(), It.IsAny<CancellationToken>()))
            .Callback((ConfigureRequest request, CancellationToken _) => configured = ValueCodec.FromStruct(request.Args))
            .Returns(Task.CompletedTask);

        Assert.Equal(0, await Run("import service abc --endpoint http://127.0.0.1:1 --api-key-from KEY_OF_IMPORT --out there --json"));
        Assert.Equal(PropertyMap.Of(("endpoint", "http://127.0.0.1:1"), ("apiKey", new V.Secret("k"))), configured);
        Assert.Equal(("service", "abc"), (Text("kind"), Text("id")));
        Assert.Contains("\"warnings\"", _output.ToString(), StringComparison.Ordinal);

        Assert.Equal(1, await Run("import service abc --api-key-from NO_SUCH_KEY"));
        Assert.Contains("--api-key-from NO_SUCH_KEY: the environment has no such variable", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_file_is_not_there() => Assert.Equal(1, await Run("import vcl none.vcl"));

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    private static InvokeResponse Files(params (string Name, V Text)[] files) => new()
    {
        Return = ValueCodec.ToStruct(PropertyMap.Of(
            ("files", PropertyMap.Of(files)), ("fragment", files.Length == 0 ? "fragment\n" : ""),
            ("warnings", new V.List("EDGE131 one")), ("next", new V.List("look")))),
    };

    private string Text(string name) => ((V.Text)_asked[name]).Value;

    private Task<int> Run(string arguments)
    {
        var source = new Mock<IPluginSource>();
        source.Setup(plugins => plugins.Start("edgeinfra", "", "", It.IsAny<CancellationToken>())).ReturnsAsync(_provider.Object);
        var common = new CommonOptions(new Surroundings
        {
            UserDirectory = _folder.Path, PulumiHome = _folder.Path, UserName = "me", HostName = "here", ProcessId = 1,
            Time = TimeProvider.System, Note = _ => { },
        });
        RootCommand root = [ImportCommands.Create(common, _ => source.Object)];
        common.AddTo(root);
        return root.Parse($"{arguments} --cwd {_folder.Path}").InvokeAsync(new InvocationConfiguration { Output = _output, Error = _errors });
    }
}
