using EdgeInfra;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Unit.Sdk;

public sealed class Hosts
{
    private static readonly TestOptions Real = new() { IsPreview = false };
    private readonly ProviderMocks _mocks = new();

    [Fact]
    public async Task Run_the_runtime_and_stop_it()
    {
        await Deployment.TestAsync(_mocks, Real, async () =>
        {
            var host = new EdgeHost("local");
            Assert.Equal("http://localhost:8080", await OutputUtilities.GetValueAsync(host.Url));
            Assert.Equal("http://127.0.0.1:9901", await OutputUtilities.GetValueAsync(host.ControlUrl));
            Assert.Equal("the-token", await OutputUtilities.GetValueAsync(host.ApiKey));
            Assert.True(await Output.IsSecretAsync(host.ApiKey));
        });

        Assert.Equal("edgeinfra-edge serve --detach --data .edge/local --listen 127.0.0.1:0 --control 127.0.0.1:0", _mocks.Inputs("local")["create"]);
        Assert.Equal("edgeinfra-edge stop --data .edge/local", _mocks.Inputs("local")["delete"]);
        Assert.Equal("edgeinfra-edge token --data .edge/local", _mocks.Inputs("local-key")["create"]);
        Assert.False(_mocks.Seen.ContainsKey("local-bucket"));
    }

    [Fact]
    public async Task Serve_a_folder_as_a_bucket_named_after_it()
    {
        await Deployment.TestAsync(_mocks, Real, async () =>
        {
            var host = new EdgeHost("local", new() { Bucket = "the site/", DataDirectory = "it's here", Listen = "0.0.0.0:80" });
            Assert.Equal("127.0.0.1", await OutputUtilities.GetValueAsync(host.BucketAddress));
            Assert.Equal(7000, await OutputUtilities.GetValueAsync(host.BucketPort));
        });

        Assert.Equal(@"edgeinfra-edge serve --detach --data 'it'\''s here' --listen 0.0.0.0:80 --control 127.0.0.1:0", _mocks.Inputs("local")["create"]);
        Assert.Equal(@"edgeinfra-edge bucket 'the site/' --detach --data 'it'\''s here-bucket' --listen 127.0.0.1:0 --name 'the site'", _mocks.Inputs("local-bucket")["create"]);
        Assert.Equal(@"edgeinfra-edge stop --data 'it'\''s here-bucket'", _mocks.Inputs("local-bucket")["delete"]);
    }

    [Fact]
    public async Task Stay_unknown_when_the_runtime_did_not_start() =>
        await Deployment.TestAsync(new ProviderMocks { CommandsFail = true }, Real, async () =>
        {
            var host = new EdgeHost("local", new() { Bucket = "site" });
            Assert.False(await OutputUtilities.GetIsKnownAsync(host.Url));
            Assert.False(await OutputUtilities.GetIsKnownAsync(host.ControlUrl));
            Assert.False(await OutputUtilities.GetIsKnownAsync(host.ApiKey));
            Assert.False(await OutputUtilities.GetIsKnownAsync(host.BucketAddress));
            Assert.False(await OutputUtilities.GetIsKnownAsync(host.BucketPort));
        });

    [Fact]
    public async Task Say_that_they_have_no_bucket() => await Deployment.TestAsync(_mocks, Real, () =>
    {
        var error = Assert.Throws<InvalidOperationException>(() => new EdgeHost("local").BucketPort);
        Assert.Contains("set Bucket", error.Message, StringComparison.Ordinal);
    });
}
