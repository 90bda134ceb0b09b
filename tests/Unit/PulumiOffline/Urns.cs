using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Unit.PulumiOffline;

public sealed class Urns
{
    [Fact]
    public async Task Are_of_the_current_stack_unless_told_otherwise()
    {
        await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), async () =>
        {
            Assert.Equal("urn:pulumi:stack::project::a:b:C::n", await OutputUtilities.GetValueAsync(Urn.Create("n", "a:b:C")));
            Assert.Equal(
                "urn:pulumi:s::p::test:index:Cluster$a:b:C::n",
                await OutputUtilities.GetValueAsync(Urn.Create("n", "a:b:C", new Cluster("all"), null, "p", "s")));
        });
    }
}
