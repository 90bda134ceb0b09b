using EdgeInfra.Edge;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Credentials;
using EdgeInfra.Model;
using Kit;

namespace Unit.Edge.Signing;

public sealed class Signing_for_an_origin
{
    private const string Subject = "backends[\"site\"].policy.signing";
    private readonly ManualTime _time = new();
    private readonly List<string> _log = [];
    private readonly Dictionary<string, string> _environment = new() { ["AWS_ACCESS_KEY_ID"] = "one", ["AWS_SECRET_ACCESS_KEY"] = "secret" };
    private readonly OriginSigners _signers;

    public Signing_for_an_origin() => _signers = new OriginSigners(
        new SigningPlatform(_environment.GetValueOrDefault, new MetadataScript().Client, _time, _log.Add));

    [Fact]
    public async Task Learns_from_a_refusal_how_far_the_clock_is_off_and_tells_it_once()
    {
        var signer = await Ready();

        Assert.True(await signer.Refused("RequestTimeTooSkewed", _time.GetUtcNow().AddMinutes(20), default));

        Assert.Contains("x-amz-date: 20260101T002000Z", Signed(signer), StringComparison.Ordinal);
        var told = Assert.Single(_log);
        Assert.Contains(Subject, told, StringComparison.Ordinal);
        Assert.Contains("00:20:00 behind", told, StringComparison.Ordinal);
        Assert.False(await signer.Refused("RequestTimeTooSkewed", _time.GetUtcNow().AddMinutes(20), default)); // something else is wrong
        Assert.Single(_log);
    }

    [Fact]
    public async Task Forgets_the_offset_when_the_clock_is_right_again()
    {
        var signer = await Ready();
        await signer.Refused("RequestTimeTooSkewed", _time.GetUtcNow().AddMinutes(-20), default);

        Assert.True(await signer.Refused("RequestTimeTooSkewed", _time.GetUtcNow().AddSeconds(2), default));

        Assert.Contains("x-amz-date: 20260101T000000Z", Signed(signer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tries_again_only_with_other_credentials()
    {
        var signer = await Ready();
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await signer.Refused("ExpiredToken", _time.GetUtcNow(), default));
        Assert.False(await signer.Refused("SignatureDoesNotMatch", _time.GetUtcNow(), default));

        _environment["AWS_ACCESS_KEY_ID"] = "two";

        Assert.False(await signer.Refused("SignatureDoesNotMatch", _time.GetUtcNow(), default)); // a new key would not mend that
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await signer.Refused("ExpiredToken", _time.GetUtcNow(), default));
        Assert.Contains("Credential=two/", Signed(signer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_property_to_mend_when_there_are_no_credentials()
    {
        _environment.Clear();
        var signer = _signers.For(Declared(), "site");

        Assert.False(await signer.Ready(TimeSpan.FromSeconds(1), default));
        var told = Assert.Single(_log);
        Assert.StartsWith($"{Subject}.credentials: the environment variable AWS_ACCESS_KEY_ID is not set", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_a_day_before_a_shared_access_signature_ends_and_refuses_it_afterwards()
    {
        var signing = new RequestSigning { Scheme = "azure-sas", Token = "?sv=2020-12-06&se=2026-01-03T00%3A00%3A00Z&sig=x" };
        var signer = _signers.For(signing, "site");
        Assert.True(await signer.Ready(TimeSpan.FromSeconds(1), default));
        Assert.Empty(_log);

        _time.Advance(TimeSpan.FromHours(36));
        Assert.True(await signer.Ready(TimeSpan.FromSeconds(1), default));
        Assert.True(await signer.Ready(TimeSpan.FromSeconds(1), default));
        Assert.Contains("2026-01-03", Assert.Single(_log), StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromHours(12));
        Assert.False(await signer.Ready(TimeSpan.FromSeconds(1), default));
    }

    private static RequestSigning Declared() => new() { Region = "eu-central-1", Credentials = "environment" };

    private async Task<IOriginSigner> Ready()
    {
        var signer = _signers.For(Declared(), "site");
        Assert.True(await signer.Ready(TimeSpan.FromSeconds(1), default));
        return signer;
    }

    private string Signed(IOriginSigner signer)
    {
        var (headers, query) = (new HeaderList(), "");
        signer.Sign(new SigningRequest("GET", "/", "www.s3.eu-central-1.amazonaws.com", _time.GetUtcNow()), headers, ref query);
        return string.Join('\n', headers.Lines.ToArray().Select(line => $"{line.Name}: {line.Value}"));
    }
}
