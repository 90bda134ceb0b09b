using Kit;

namespace EndToEnd;

/// <summary>Mistakes in a program that is live: each is told once and where, with a way out, and nothing comes of it.</summary>
public sealed class Bad_input(LiveStack stack) : IClassFixture<LiveStack>
{
    private const string Origin = "comment: \"${note}\" }";
    private const string Backends = "backends: [\"${origin.definition}\"]";

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "an unknown field", Origin, "weigth: 3 }", "weigth is not a field of a backend. Did you mean \"weight\"?" },
        { "a wrong type", Origin, "weight: heavy }", "weight is the text \"heavy\", but must be a whole number." },
        { "a wrong type with a secret in it", Origin, "weight: \"${note}\" }", "weight cannot be used; why is not shown, because its value is secret." },
        { "a port out of range", "address: 127.0.0.1, port: ", "port: 70000, address: 127.0.0.1 } #", "port is 70000, but must be between 1 and 65535." },
        {
            "a port out of range within the version", Backends, "backends: [{ name: x, address: a.example.com, port: 70000 }]",
            "backends[\"x\"].port is 70000, but must be between 1 and 65535."
        },
        { "a healthcheck nobody has", Origin, "healthcheck: alife }", "backends[\"origin\"].healthcheck names the healthcheck \"alife\"" },
        { "a condition nobody has", Origin, "requestCondition: is-api }", "backends[\"origin\"].requestCondition names the condition \"is-api\"" },
        {
            "names that VCL cannot tell apart", Backends,
            "backends: [{ name: a b, address: a.example.com }, { name: a-b, address: b.example.com }]",
            "backends[\"a-b\"] becomes F_a_b in VCL, as does the backend \"a b\": names must differ in more than signs and blanks."
        },
        { "an unknown type", "edgeinfra:Backend", "edgeinfra:Bakend", "edgeinfra:index:Bakend is not a resource of the edgeinfra provider. Did you mean" },
        { "an unknown name", Backends, "backends: [\"${orign.definition}\"]", "Pulumi.yaml:29:18: nothing is called 'orign' here" },
        { "an unknown property", Backends, "backends: [\"${origin.definitoin}\"]", "'origin.definitoin': edgeinfra:index:Backend has no property 'definitoin'" },
        { "an unknown key", "edgeinfra:Backend", "edgeinfra:Backend\n    optoins: {}", "Pulumi.yaml:18:5: resource 'origin' has the unknown key 'optoins'" },
        { "an impossible endpoint", "endpoint: \"http", "endpoint: \"ftp", "but must be an http or https address such as http://127.0.0.1:9901." },
        { "broken YAML", "domains: [localhost]", "domains: [localhost", "Pulumi.yaml, line 28: not valid YAML" },
        { "a runtime there is none of", "runtime: yaml", "runtime: cobol", "runtime 'cobol' is not supported; there are dotnet, nodejs and yaml" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Is_told_once_and_changes_nothing(string mistake, string before, string after, string message)
    {
        var (world, state) = (await stack.World(), await stack.State());
        stack.Change((before, after));

        var ran = await stack.Run("up", "--yes");

        Assert.True(ran.ExitCode == 1, $"{mistake}: exit code {ran.ExitCode}\n{ran.All}");
        AssertOnce(message, ran);
        AssertReadable(ran);
        Assert.Equal(state, await stack.State());
        Assert.Equal(world, await stack.World());
    }

    [Fact]
    public async Task Is_told_all_at_once()
    {
        stack.Change((Origin, "prot: 1, weight: heavy }"), ("window: 5", "windw: 5"), ("comment: a site", "commend: a site"), ("${live.number}", "${live.numbr}"));

        var ran = (await stack.Run("preview")).Failed();

        AssertOnce("prot is not a field of a backend. Did you mean \"port\"?", ran);
        AssertOnce("weight is the text \"heavy\"", ran);
        AssertOnce("windw is not a field of a healthcheck. Did you mean \"window\"?", ran);
        AssertOnce("commend is not a field of a service. Did you mean \"comment\"?", ran);
        AssertReadable(ran);
    }

    [Fact]
    public async Task Mended_is_as_if_it_had_never_been()
    {
        stack.Change((Origin, "weight: heavy }"));
        (await stack.Run("up", "--yes")).Failed();
        stack.Mend();

        (await stack.Run("preview", "--expect-no-changes")).Succeeded();
    }

    internal static void AssertOnce(string message, Ran ran) =>
        Assert.True(ran.All.Split(message).Length == 2, $"once is expected: {message}\n\nfound {ran.All.Split(message).Length - 1} times in:\n{ran.All}");

    internal static void AssertReadable(Ran ran)
    {
        Assert.DoesNotContain("   at ", ran.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", ran.All, StringComparison.Ordinal);
    }
}
