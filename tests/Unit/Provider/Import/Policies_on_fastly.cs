using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider.Import;

public sealed class Policies_on_fastly
{
    [Fact]
    public async Task Are_not_declared_once_more_as_the_snippets_that_they_were_written_as()
    {
        await using var control = await FakeControl.Start();
        await using var provider = await ProviderUnderTest.Start(control, target: "fastly");
        var (service, _) = await provider.Create("Service", "www", await provider.Checked("Service", "www", PropertyMap.Empty));
        var policy = Given.Map(("query", "drop"), ("methods", Given.List("GET", "HEAD")), ("directoryIndex", "index.html"));
        await provider.Create("ServiceVersion", "live", await provider.Checked(
            "ServiceVersion", "live", Given.Manifest(service, Given.Backend("site", ("policy", policy)))));

        var answer = await provider.Call(ProviderMethods.Invoke, new InvokeRequest
        {
            Tok = "edgeinfra:index:importProgram",
            Args = ValueCodec.ToStruct(PropertyMap.Of(("kind", "service"), ("id", service))),
        });

        var text = $"{ValueCodec.FromStruct(answer.Return)["files"]}";
        Assert.Contains("origin.example.com", text, StringComparison.Ordinal);
        Assert.DoesNotContain("edgeinfra_policy", text, StringComparison.Ordinal);
    }
}
