using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Unit.PulumiOffline;

public sealed class Urns
{
    [Theory]
    [InlineData("", "urn:pulumi:dev::web::a:b:C::n")]
    [InlineData("urn:pulumi:dev::web::pulumi:pulumi:Stack::web-dev", "urn:pulumi:dev::web::a:b:C::n")]
    [InlineData("urn:pulumi:dev::web::x:y:Z$p:q:R::above", "urn:pulumi:dev::web::x:y:Z$p:q:R$a:b:C::n")]
    public void Contain_the_types_of_all_parents_but_the_stack(string parent, string expected) =>
        Assert.Equal(expected, Urn.Text("dev", "web", parent, "a:b:C", "n"));

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
