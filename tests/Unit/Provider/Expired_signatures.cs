using Kit;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

public sealed class Expired_signatures
{
    [Theory]
    [InlineData("2026-01-01T00:00:01Z", 0)]
    [InlineData("2025-12-31T23:59:59Z", 1)]
    public async Task Are_refused_by_the_clock(string end, int failures)
    {
        await using var provider = await ProviderUnderTest.Start(new ManualTime());
        var signing = Given.Map(("scheme", "azure-sas"), ("token", new V.Secret($"sv=2024-11-04&sp=r&se={end}&sig=abc")));
        var policy = Given.Map(("query", "drop"), ("methods", new V.List("GET", "HEAD")), ("signing", signing));

        var answer = await provider.Check("Backend", "api", Given.Map(("address", "acc.blob.core.windows.net"), ("policy", policy)));

        Assert.Equal(failures, answer.Failures.Count);
        Assert.All(answer.Failures, failure => Assert.Equal("policy.signing.token", failure.Property));
    }
}
