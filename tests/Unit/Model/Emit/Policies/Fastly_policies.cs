using EdgeInfra.Model;

namespace Unit.Model.Emit.Policies;

public sealed class Fastly_policies
{
    private static readonly Snippet Own = new() { Name = "own", Type = "recv", Content = "# mine" };

    private static readonly string[] Secrets = ["secret-of", "session-of", "token-of", "c2VjcmV0LW9mLWF6dXJl", "shared"];

    [Theory]
    [MemberData(nameof(PolicySamples.Names), MemberType = typeof(PolicySamples))]
    public void Become_snippets(string name)
    {
        var lowered = FastlyPolicies.Lower(Samples.Version(PolicySamples.All[name]));
        Golden.Is($"fastly-{name}", string.Concat(lowered.Snippets.Select(snippet => $"# {snippet.Type}, {snippet.Priority}\n{snippet.Content}\n")));
    }

    [Fact]
    public void Leave_a_version_without_them_as_it_is()
    {
        var version = Samples.Version(Samples.Backend()).Normalise();

        Assert.Same(version, FastlyPolicies.Lower(version));
        Assert.Null(FastlyPolicies.Credentials(version));
        Assert.Empty(FastlyPolicies.Problems(version));
    }

    [Fact]
    public void Stand_beside_the_snippets_of_the_user_and_are_told_from_them()
    {
        var table = new EdgeDictionary { Name = "routes" };
        var lowered = FastlyPolicies.Lower(Samples.Version(PolicySamples.PrivateS3) with { Snippets = [Own], Dictionaries = [table] });

        Assert.All(lowered.Backends, backend => Assert.Null(backend.Policy));
        Assert.Equal(Own, lowered.Snippets[0]);
        Assert.Equal([Own], lowered.Snippets.Where(snippet => !FastlyPolicies.IsMade(snippet)));
        Assert.Equal([table], lowered.Dictionaries.Where(one => !FastlyPolicies.IsMade(one)));
        Assert.True(lowered.Dictionaries[1].WriteOnly);
    }

    [Fact]
    public void Are_read_back_from_a_live_version_that_holds_them()
    {
        var declared = (Samples.Version(PolicySamples.PrivateS3, Samples.Backend()) with { Snippets = [Own] }).Normalise();

        Assert.Equal(declared, FastlyPolicies.Raise(FastlyPolicies.Lower(declared), declared));
    }

    [Fact]
    public void Are_missed_when_someone_has_changed_a_snippet_of_theirs()
    {
        var declared = Samples.Version(PolicySamples.PrivateS3).Normalise();
        var live = FastlyPolicies.Lower(declared);
        var changed = live with { Snippets = [.. live.Snippets.Select(one => one.Type == "fetch" ? one with { Content = "# gone" } : one)] };

        var raised = FastlyPolicies.Raise(changed, declared);

        Assert.Null(raised.Backends[0].Policy);
        Assert.Empty(raised.Snippets);
        Assert.NotEqual(declared, raised);
    }

    [Theory]
    [MemberData(nameof(PolicySamples.Names), MemberType = typeof(PolicySamples))]
    public void Hold_no_secret_themselves(string name)
    {
        var version = Samples.Version(PolicySamples.All[name]);
        var text = FastlyVcl.Of(version) + string.Concat(FastlyPolicies.Lower(version).Snippets.Select(snippet => snippet.Content));

        Assert.DoesNotContain(Secrets, secret => text.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Take_their_credentials_from_a_private_dictionary()
    {
        var given = FastlyPolicies.Credentials(Samples.Version(PolicySamples.PrivateS3, PolicySamples.AzureSas))!;

        Assert.Equal("edgeinfra_credentials", given.Name);
        Assert.Equal(
            [
                "F_site.accessKey AKIDEXAMPLE", "F_site.secretKey secret-of-s3", "F_site.token session-of-s3", "F_site.edgeAuth secret-of-the-edge",
                "F_blobs.token sv=2020-12-06&sig=secret-of-sas",
            ],
            given.Items.Select(item => $"{item.ItemKey} {item.ItemValue}"));
    }

    [Fact]
    public void Are_one_for_backends_that_share_them_and_for_the_directors_over_those()
    {
        var one = PolicySamples.PublicS3 with { AutoLoadbalance = true };
        var lowered = FastlyPolicies.Lower(Samples.Version(one, one with { Name = "other" }));

        var fetch = lowered.Snippets.Single(snippet => snippet.Type == "fetch").Content!;
        Assert.Contains("if ((req.backend == F_site || req.backend == F_other || req.backend == autodirector_) && req.backend.is_origin) {", fetch,
            StringComparison.Ordinal);
        Assert.Equal(fetch.IndexOf("is_origin", StringComparison.Ordinal), fetch.LastIndexOf("is_origin", StringComparison.Ordinal));
    }

    [Fact]
    public void Cannot_differ_among_the_members_of_a_director()
    {
        var one = PolicySamples.PublicS3 with { AutoLoadbalance = true };
        var version = Samples.Version(one, Samples.Backend("other") with { AutoLoadbalance = true });

        Assert.Contains(FastlyPolicies.Problems(version), problem => problem is { Code: "EDGE213", Path: "backends", Severity: Severity.Error });
        Assert.DoesNotContain("autodirector_", string.Concat(FastlyPolicies.Lower(version).Snippets.Select(snippet => snippet.Content)), StringComparison.Ordinal);
    }

    [Fact]
    public void Tell_what_Fastly_does_otherwise_or_not_at_all()
    {
        static IEnumerable<string> Told(Backend backend) =>
            FastlyPolicies.Problems(Samples.Version(backend)).Select(problem => $"{problem.Code} {problem.Severity} {problem.Path}");

        Assert.Empty(Told(PolicySamples.PublicS3));
        Assert.Empty(Told(PolicySamples.AzureKey)); // its codes are in a header
        Assert.Equal(["EDGE212 Warning backends[\"gcs\"].policy.missing"], Told(PolicySamples.Gcs));
        Assert.Equal(
            [$"EDGE213 Error backends[\"{PolicySamples.AzureKey.Name}\"].policy.directoryIndex"],
            Told(PolicySamples.AzureKey with { Policy = PolicySamples.AzureKey.Policy! with { DirectoryIndex = null, DirectoryRedirect = false } })); // "/" would be a list
        Assert.Equal(["EDGE213 Error backends[\"oss\"].policy.signing.credentials"], Told(Signed(PolicySamples.Oss, signing => signing with { Credentials = "metadata" })));
        Assert.Equal(["EDGE212 Warning backends[\"b2\"].policy.signing"], Told(Signed(PolicySamples.B2, signing => signing with { Token = null })));
        Assert.Equal(["EDGE212 Warning backends[\"oss\"].policy.queryParameters"],
            Told(PolicySamples.Oss with { Policy = PolicySamples.Oss.Policy! with { QueryParameters = ["v"] } }));
    }

    [Fact]
    public void Name_no_header_that_would_end_a_statement()
    {
        var policy = PolicySamples.PublicS3.Policy! with { StripResponseHeaders = ["x; error 200;", "x-amz-*"], EdgeAuth = new() { Header = "a b", Secret = "s" } };
        var text = FastlyVcl.Of(Samples.Version(PolicySamples.PublicS3 with { Policy = policy }));

        Assert.Contains("# Not removed: x; error 200;, which no program of VCL can name", text, StringComparison.Ordinal);
        Assert.DoesNotContain("unset beresp.http.x;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bereq.http.a b", text, StringComparison.Ordinal);
    }

    private static Backend Signed(Backend backend, Func<RequestSigning, RequestSigning> change) =>
        backend with { Policy = backend.Policy! with { Signing = change(backend.Policy.Signing!) } };
}
