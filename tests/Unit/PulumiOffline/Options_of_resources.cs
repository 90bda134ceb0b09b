using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Unit.PulumiOffline;

public sealed class Options_of_resources
{
    [Fact]
    public void Merge_to_the_later_values_and_to_joined_lists()
    {
        var first = new CustomResourceOptions { Version = "1", Protect = true, IgnoreChanges = { "a" }, AdditionalSecretOutputs = { "s" } };
        var second = new CustomResourceOptions { Version = "2", ImportId = "i", IgnoreChanges = { "b" }, ReplaceOnChanges = { "r" } };

        var merged = CustomResourceOptions.Merge(first, second);

        Assert.Equal(("2", true, "i"), (merged.Version, merged.Protect, merged.ImportId));
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["s"], merged.AdditionalSecretOutputs);
        Assert.Equal(["r"], merged.ReplaceOnChanges);
        Assert.Equal(["a"], first.IgnoreChanges);
    }

    [Fact]
    public void Merge_with_nothing()
    {
        Assert.Equal("1", CustomResourceOptions.Merge(null, new() { Version = "1" }).Version);
        Assert.Equal("1", CustomResourceOptions.Merge(new() { Version = "1" }, null).Version);
        Assert.Null(ComponentResourceOptions.Merge(null, null).Version);
    }

    [Fact]
    public void Merge_timeouts_each_for_itself()
    {
        var merged = CustomResourceOptions.Merge(
            new() { CustomTimeouts = new() { Create = TimeSpan.FromSeconds(1), Update = TimeSpan.FromSeconds(2) } },
            new() { CustomTimeouts = new() { Update = TimeSpan.FromSeconds(3) } });

        Assert.Equal((1, 3), (merged.CustomTimeouts!.Create!.Value.Seconds, merged.CustomTimeouts.Update!.Value.Seconds));
    }

    [Fact]
    public async Task Merge_one_provider_into_the_providers_of_a_component()
    {
        await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), async () =>
        {
            var (one, two) = (new TestProvider("one"), new TestProvider("two"));

            var merged = ComponentResourceOptions.Merge(
                new() { Provider = one }, new() { Providers = { two }, DependsOn = { one } });

            Assert.Equal([one, two], merged.Providers);
            Assert.Null(merged.Provider);
            Assert.Equal([one], (await OutputUtilities.GetValueAsync(merged.DependsOn.ToOutput())).AsEnumerable());
        });
    }
}
