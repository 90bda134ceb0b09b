using EdgeInfra.Model;

namespace Unit.Model;

/// <summary>The defaults Fastly documents or answers with, written down a second time on purpose.</summary>
public sealed class Defaults
{
    [Theory]
    [InlineData("port", 80)]
    [InlineData("useSsl", null)]
    [InlineData("overrideHost", null)]
    [InlineData("connectTimeout", 1000)]
    [InlineData("firstByteTimeout", 15000)]
    [InlineData("betweenBytesTimeout", 10000)]
    [InlineData("fetchTimeout", null)]
    [InlineData("maxConn", 200)]
    [InlineData("maxUse", null)]
    [InlineData("maxLifetime", null)]
    [InlineData("keepaliveTime", null)]
    [InlineData("tcpKeepaliveEnable", null)]
    [InlineData("tcpKeepaliveTime", null)]
    [InlineData("tcpKeepaliveInterval", null)]
    [InlineData("tcpKeepaliveProbes", null)]
    [InlineData("weight", 100)]
    [InlineData("autoLoadbalance", false)]
    [InlineData("healthcheck", null)]
    [InlineData("requestCondition", "")]
    [InlineData("shield", null)]
    [InlineData("shareKey", null)]
    [InlineData("preferIpv6", false)]
    [InlineData("sslCheckCert", true)]
    [InlineData("sslCertHostname", null)]
    [InlineData("sslSniHostname", null)]
    [InlineData("sslHostname", null)]
    [InlineData("sslCaCert", null)]
    [InlineData("sslClientCert", null)]
    [InlineData("sslClientKey", null)]
    [InlineData("sslCiphers", null)]
    [InlineData("minTlsVersion", null)]
    [InlineData("maxTlsVersion", null)]
    [InlineData("errorThreshold", 0)]
    [InlineData("clientCert", null)]
    [InlineData("policy", null)]
    [InlineData("comment", "")]
    public void Of_a_backend(string name, object? value) => Assert.Equal(value, Backend.Fields.Find(name)!.Default);

    [Fact]
    public void Of_a_backend_are_all_listed_above()
    {
        var listed = typeof(Defaults).GetMethod(nameof(Of_a_backend))!.GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(InlineDataAttribute))
            .Select(data => (string)((IList<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)[0].Value!);
        Assert.Equal(Backend.Fields.Where(field => !field.Required).Select(field => field.Name).Order(), listed.Order());
    }

    [Theory]
    [InlineData("method", "HEAD")]
    [InlineData("httpVersion", "1.1")]
    [InlineData("expectedResponse", 200)]
    [InlineData("checkInterval", 5000)]
    [InlineData("timeout", 500)]
    [InlineData("window", 5)]
    [InlineData("threshold", 3)]
    [InlineData("initial", 3)]
    [InlineData("comment", "")]
    public void Of_a_healthcheck(string name, object? value) => Assert.Equal(value, Healthcheck.Fields.Find(name)!.Default);

    [Fact]
    public void Of_the_control_api_differ_for_initial_only()
    {
        var different = FieldTables.All.SelectMany(table => table).Where(field => !Equals(field.Default, field.ApiDefault));
        Assert.Equal("initial", Assert.Single(different).Name);
        var created = Healthcheck.Fields.ReadForm(
            [KeyValuePair.Create("name", "a"), KeyValuePair.Create("host", "h"), KeyValuePair.Create("path", "/")]);
        Assert.Equal(2, created.Record.Initial);
    }

    [Fact]
    public void Of_a_condition_is_priority_100() => Assert.Equal(100, Condition.Fields.Find("priority")!.Default);

    [Theory]
    [InlineData(443, null, true)]
    [InlineData(80, null, false)]
    [InlineData(8443, null, false)]
    [InlineData(443, false, false)]
    [InlineData(8443, true, true)]
    public void Of_tls_follow_the_port_unless_it_is_set(int port, bool? declared, bool settled) =>
        Assert.Equal(settled, (Samples.Backend() with { Port = port, UseSsl = declared }).Normalise().UseSsl);
}
