namespace EdgeInfra.Model;

/// <summary>
/// Signatures in Fastly's VCL: of what is sent, each time it is sent. Keys come from a private dictionary, so that no version and no
/// generated text holds one, and a key is changed without a new version.
/// </summary>
internal static class FastlyPolicySignature
{
    private const string Scope = "var.edgeinfra_scope", Text = "var.edgeinfra_text", Chain = "var.edgeinfra_key64";

    private const string Unsigned = "UNSIGNED-PAYLOAD";

    public const string AzureVersion = "2020-12-06";

    private const string Path = FastlyPolicyRequest.Path;

    private static readonly string Stamp = $"strftime({VclLiteral.Text("%Y%m%dT%H%M%SZ")}, now)";

    private static readonly string Date = $"strftime({VclLiteral.Text("%a, %d %b %Y %H:%M:%S GMT")}, now)";

    private static readonly string[] SharedKeyConditions = ["If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range"];

    public static IEnumerable<string> Locals { get; } = [Scope, Text, Chain];

    public static void Write(VclWriter vcl, PolicyGroup group)
    {
        if (group.Policy.Store == "azure" || group.Policy.Signing?.Scheme == "azure-shared-key")
        {
            vcl.Line($"set bereq.http.x-ms-version = {VclLiteral.Text(AzureVersion)};");
        }

        if (group.Policy.Signing is not { } signing)
        {
            return;
        }

        // A body has them; in a request without one, some stores would sign them.
        PolicyHeaders.Unset(vcl, "bereq", ["Content-Type", "Content-MD5", "Content-Encoding", "Content-Language"]);
        switch (signing.Scheme)
        {
            case "azure-sas":
                vcl.Line($"set bereq.url = bereq.url \"?\" {Credential(group, PolicyCredentials.Token)};");
                break;
            case "azure-shared-key":
                SharedKey(vcl, group);
                break;
            case "b2-token":
                vcl.Line($"set bereq.http.Authorization = {Credential(group, PolicyCredentials.Token)};");
                break;
            case "oss-v1":
                OssV1(vcl, group, signing);
                break;
            default:
                FourthVersion(vcl, group, signing);
                break;
        }
    }

    /// <summary>The header by which the origin knows the edge.</summary>
    public static void Prove(VclWriter vcl, PolicyGroup group)
    {
        if (group.Policy.EdgeAuth is not { } auth || !PolicyHeaders.IsWritable(auth.Header))
        {
            return;
        }

        var secret = Credential(group, PolicyCredentials.EdgeAuth);
        if (auth.Form == "secret")
        {
            vcl.Line($"set bereq.http.{auth.Header} = {secret};");
            return;
        }

        vcl.Line($"set {Text} = strftime({VclLiteral.Text("%s")}, now) \",\" server.datacenter;")
            .Line($"set bereq.http.{auth.Header} = {Text} \", \" digest.hmac_sha256_base64({secret}, {Text});");
    }

    private static string Credential(PolicyGroup group, string name) =>
        $"table.lookup({PolicyCredentials.Table}, {VclLiteral.Text(PolicyCredentials.Key(group, name))}, \"\")";

    private static void FourthVersion(VclWriter vcl, PolicyGroup group, RequestSigning signing)
    {
        var form = SigningForm.Of(signing);
        var (date, bucket) = ($"bereq.http.{form.Header}-date", form.SignsBucket ? VclLiteral.Text("/" + signing.Bucket) + " " : "");
        vcl.Line($"set bereq.http.{form.Header}-content-sha256 = \"{Unsigned}\";").Line($"set {date} = {Stamp};");
        var token = PolicyCredentials.HasToken(signing);
        if (token)
        {
            vcl.Line($"set bereq.http.{form.Header}-security-token = {Credential(group, PolicyCredentials.Token)};");
        }

        var names = new List<string> { $"{form.Header}-content-sha256", $"{form.Header}-date" };
        names.AddRange(token ? [$"{form.Header}-security-token"] : Array.Empty<string>());
        var lines = string.Concat(names.Select(name => $" \"{name}:\" bereq.http.{name} LF"));
        var host = form.SignsHost ? $" \"host:\" {(group.Host is { } one ? VclLiteral.Text(one) : "bereq.http.host")} LF" : "";
        var signed = form.SignsHost ? $"\"host;{string.Join(';', names)}\" " : "";
        vcl.Line($"set {Scope} = substr({date}, 0, 8) {VclLiteral.Text($"/{form.Region}/{form.Service}/{form.End}")};")
            .Line($"set {Text} = bereq.method LF {bucket}{Path} LF LF{host}{lines} LF {signed}LF \"{Unsigned}\";")
            .Line($"set {Text} = \"{form.Algorithm}\" LF {date} LF {Scope} LF regsub(digest.hash_sha256({Text}), \"^0x\", \"\");");
        Derive(vcl, group, form, date);
        var names4 = form.SignsHost ? $"\",SignedHeaders=host;{string.Join(';', names)},Signature=\"" : "\",Signature=\"";
        vcl.Line($"set bereq.http.Authorization = \"{form.Algorithm} Credential=\" {Credential(group, PolicyCredentials.AccessKey)} \"/\" {Scope} "
            + $"{names4} regsub({Text}, \"^0x\", \"\");");
    }

    // Only AWS's chain of keys is a function of its own; the others are walked, in base64 because texts end at a NUL.
    private static void Derive(VclWriter vcl, PolicyGroup group, SigningForm form, string date)
    {
        var secret = Credential(group, PolicyCredentials.SecretKey);
        var (region, service) = (VclLiteral.Text(form.Region), VclLiteral.Text(form.Service));
        if (form.IsAws)
        {
            vcl.Line($"set {Text} = digest.awsv4_hmac({secret}, substr({date}, 0, 8), {region}, {service}, {Text});");
            return;
        }

        vcl.Line($"set {Chain} = digest.base64({VclLiteral.Text(form.KeyPrefix)} {secret});");
        foreach (var part in new[] { $"substr({date}, 0, 8)", region, service, VclLiteral.Text(form.End) })
        {
            vcl.Line($"set {Chain} = bin.hex_to_base64(regsub({Hmac(part)}, \"^0x\", \"\"));");
        }

        vcl.Line($"set {Text} = {Hmac(Text)};");
    }

    private static void OssV1(VclWriter vcl, PolicyGroup group, RequestSigning signing)
    {
        var token = PolicyCredentials.HasToken(signing);
        vcl.Line($"set bereq.http.Date = {Date};");
        if (token)
        {
            vcl.Line($"set bereq.http.x-oss-security-token = {Credential(group, PolicyCredentials.Token)};");
        }

        var line = token ? " \"x-oss-security-token:\" bereq.http.x-oss-security-token LF" : "";
        vcl.Line($"set {Text} = bereq.method LF LF LF bereq.http.Date LF{line} {VclLiteral.Text("/" + signing.Bucket)} urldecode({Path});")
            .Line($"set bereq.http.Authorization = \"OSS \" {Credential(group, PolicyCredentials.AccessKey)} \":\" "
                + $"digest.hmac_sha1_base64({Credential(group, PolicyCredentials.SecretKey)}, {Text});");
    }

    private static void SharedKey(VclWriter vcl, PolicyGroup group)
    {
        var account = Credential(group, PolicyCredentials.AccessKey);
        var conditions = string.Concat(SharedKeyConditions.Select(name => $" if(bereq.http.{name}, bereq.http.{name}, \"\") LF"));
        vcl.Line($"set bereq.http.x-ms-date = {Date};")
            .Line($"set {Text} = bereq.method LF LF LF LF LF LF LF{conditions} \"x-ms-date:\" bereq.http.x-ms-date LF "
                + $"\"x-ms-version:\" bereq.http.x-ms-version LF \"/\" {account} {Path};")
            .Line($"set {Chain} = {Credential(group, PolicyCredentials.SecretKey)};")
            .Line($"set bereq.http.Authorization = \"SharedKey \" {account} \":\" bin.hex_to_base64(regsub({Hmac(Text)}, \"^0x\", \"\"));");
    }

    private static string Hmac(string text) => $"digest.hmac_sha256_with_base64_key({Chain}, {text})";
}
