using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;

namespace Unit.Engine.Planning;

public sealed class Urns
{
    [Theory]
    [InlineData("", "urn:pulumi:dev::web::a:b:C::n")]
    [InlineData("urn:pulumi:dev::web::pulumi:pulumi:Stack::web-dev", "urn:pulumi:dev::web::a:b:C::n")]
    [InlineData("urn:pulumi:dev::web::x:y:Z$p:q:R::above", "urn:pulumi:dev::web::x:y:Z$p:q:R$a:b:C::n")]
    public void Contain_the_types_of_all_parents_but_the_stack(string parent, string expected) =>
        Assert.Equal(expected, Urn.Of("dev", "web", parent, "a:b:C", "n"));

    [Fact]
    public void Name_the_types_above_but_not_the_stack()
    {
        var stack = Urn.OfStack("dev", "web");
        var site = Urn.Of("dev", "web", stack, "my:Site", "s");

        Assert.Equal("urn:pulumi:dev::web::my:Site::s", site);
        Assert.Equal("urn:pulumi:dev::web::my:Site$aws:s3:Bucket::s::b", Urn.Of("dev", "web", site, "aws:s3:Bucket", "s::b"));
    }

    [Fact]
    public void Come_apart_again_whatever_the_name()
    {
        const string urn = "urn:pulumi:dev::web::my:Site$aws:s3:Bucket::s::b";

        Assert.Equal(("dev", "web", "aws:s3:Bucket", "s::b"), (Urn.Stack(urn), Urn.Project(urn), Urn.Type(urn), Urn.Name(urn)));
    }

    [Fact]
    public void Refer_to_providers_together_with_an_id()
    {
        var reference = ProviderReference.Parse("urn:pulumi:dev::web::pulumi:providers:aws::default::abc");

        Assert.Equal(new ProviderReference("urn:pulumi:dev::web::pulumi:providers:aws::default", "abc"), reference);
        Assert.Equal("", ProviderReference.Parse(reference!.Urn + "::04da6b54-80e4-46f7-96ec-b56ff0331ba9")!.Id);
        Assert.Null(ProviderReference.Parse("urn:pulumi:dev::web::aws:s3:Bucket::b::abc"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("90s", 90)]
    [InlineData("1h30m", 5400)]
    [InlineData("1.5m", 90)]
    [InlineData("250ms", 0.25)]
    public void Durations_are_read_as_Go_writes_them(string text, double seconds) => Assert.Equal(seconds, GoDuration.Seconds(text), 6);

    [Theory]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5 minutes")]
    public void Other_durations_are_refused(string text) => Assert.Throws<FormatException>(() => GoDuration.Seconds(text));
}
