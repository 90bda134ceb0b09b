using System.Text.Json.Nodes;
using EdgeInfra.Edge;
using EdgeInfra.Edge.Signing.Oss;
using EdgeInfra.Edge.Signing.Text;

namespace Unit.Edge.Signing;

/// <summary>Known answers of Alibaba's own library; see vectors/README.md.</summary>
public sealed class Signature_version_1_of_OSS
{
    private static readonly JsonNode Oss = KnownAnswers.Read("oss-signatures.json");

    public static TheoryData<string> Cases => [.. Oss["v1"]!.AsArray().Select(one => one!.Text("name"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_what_its_own_library_makes(string name)
    {
        var one = Oss["v1"]!.AsArray().First(one => one!.Text("name") == name)!;
        var expected = one.Text("stringToSign").Split('\n');
        var headers = new HeaderList();
        headers.Add("Content-MD5", expected[1]);
        headers.Add("Content-Type", expected[2]);
        foreach (var line in expected[4..^1].Reverse()) // sorted by who signs
        {
            var (header, value) = (line.Split(':')[0], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            headers.Add(header.ToUpperInvariant(), value);
        }

        var resource = expected[^1].Split('?');
        var bucket = resource[0].Split('/')[1];
        var path = resource[0][(bucket.Length + 1)..].Replace("+", "%2B", StringComparison.Ordinal);
        var query = resource.Length > 1 ? "unknown=1&" + string.Join('&', resource[1].Split('&').Reverse()) : "";
        var text = new ByteText(stackalloc byte[16]);

        OssV1Text.Add(ref text, expected[0], path, query, bucket, expected[3], headers);

        Assert.Equal(one.Text("stringToSign"), text.ToString());
        Assert.Equal(one.Text("signature"), OssV1Signer.Signature(Oss.Text("secret"), text.Written));
    }
}
