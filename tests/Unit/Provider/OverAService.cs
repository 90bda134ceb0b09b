using EdgeInfra.Protocol;

namespace Unit.Provider;

/// <summary>A provider over a control API that has one new service, whose making is no longer among the writes.</summary>
public abstract class OverAService(string target = "runtime") : IAsyncLifetime
{
    private protected const string Id = "service1";

    private protected FakeControl Control { get; private set; } = null!;

    private protected ProviderUnderTest Provider { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Control = await FakeControl.Start();
        Provider = await ProviderUnderTest.Start(Control, target);
        await Provider.Create("Service", "www", await Provider.Checked("Service", "www", PropertyMap.Empty));
        Control.TakeWrites();
    }

    public async Task DisposeAsync()
    {
        await Provider.DisposeAsync();
        await Control.DisposeAsync();
    }
}
