using EdgeInfra.Model;

namespace Unit.Model.Emit.Policies;

public sealed class Varnish_policies
{
    [Fact]
    public void Have_a_form_for_public_buckets()
    {
        var vcl = VarnishVcl.Of(Samples.Version(Plain(PolicySamples.PublicS3)));

        Golden.Is("varnish-public-s3", vcl.Text);
        Assert.Equal(["EDGE204"], vcl.Problems.Select(problem => problem.Code)); // an address that is a name, nothing about the policy
    }

    [Fact]
    public void Tell_what_cannot_be_said()
    {
        var policy = PolicySamples.PrivateS3.Policy! with { StripResponseHeaders = ["x-amz-*", "x-own-*"], QueryParameters = ["q"] };
        var vcl = VarnishVcl.Of(Samples.Version(Plain(PolicySamples.PrivateS3) with { Policy = policy }));

        Assert.Equal(
            [
                "EDGE216 .signing", "EDGE216 .edgeAuth", "EDGE217 .stripResponseHeaders", "EDGE218 .missing", "EDGE218 .missing",
                "EDGE219 .queryParameters",
            ],
            vcl.Problems.Where(problem => problem.Path.Contains("policy", StringComparison.Ordinal))
                .Select(problem => $"{problem.Code} {problem.Path[problem.Path.LastIndexOf('.')..]}"));
        Assert.DoesNotContain("secret-of", vcl.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_left_out_as_a_whole_when_a_text_has_no_quotes()
    {
        var policy = new OriginPolicy { ErrorPages = [new() { Content = "\"} \"\"\"" }] };
        var vcl = VarnishVcl.Of(Samples.Version(Plain(PolicySamples.PublicS3) with { Policy = policy }));

        Assert.Contains(vcl.Problems, problem => problem is { Code: "EDGE216", Severity: Severity.Error });
        Assert.DoesNotContain("EdgeInfra-Step", vcl.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Do_not_exist_for_backends_that_Varnish_cannot_reach() =>
        Assert.DoesNotContain("EdgeInfra-Step", VarnishVcl.Of(Samples.Version(PolicySamples.PublicS3)).Text, StringComparison.Ordinal);

    private static Backend Plain(Backend backend) => backend with { Port = 80, UseSsl = false, SslSniHostname = null, SslCertHostname = null };
}
