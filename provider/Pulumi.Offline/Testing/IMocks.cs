namespace Pulumi.Testing;

/// <summary>Plays the engine and all providers in a test of a stack program.</summary>
/// <remarks>Return the inputs as state, plus what a provider would have added; unset outputs are unknown in previews.</remarks>
public interface IMocks
{
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    Task<object> CallAsync(MockCallArgs args);

    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
