using Pulumi;

namespace Unit.PulumiOffline;

public sealed class TestProvider(string name) : ProviderResource("test", name, ResourceArgs.Empty);
