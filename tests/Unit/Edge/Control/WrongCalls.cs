namespace Unit.Edge.Control;

/// <summary>Calls that must be refused, and with which words. S is a live service with a draft 2, T and U are drafts only.</summary>
internal static class WrongCalls
{
    /// <summary>Stands for a form with a byte that is not UTF-8.</summary>
    public const string NotUtf8 = "name=<ff>";

    private const string V1 = "/service/{S}/version/1", V2 = "/service/{S}/version/2";

    public static IReadOnlyList<WrongCall> All { get; } =
    [
        // names
        new("POST", "/service", "comment=x"),
        new("POST", "/service", "name="),
        new("POST", "/service", "name=live"),
        new("PUT", "/service/{T}", "name=live"),
        new("POST", $"{V2}/backend", "address=192.0.2.1"),
        new("POST", $"{V2}/backend", "name=origin&address=192.0.2.1"),
        new("POST", $"{V2}/domain", "name=WWW.example.com"),
        new("POST", $"{V2}/condition", "name=c&type=REQUEST&statement=req.url"),
        new("POST", $"{V2}/healthcheck", "name=h&host=a&path=/"),
        new("PUT", $"{V2}/backend/b", "name=origin"),
        new("PUT", $"{V2}/condition/c", "name=d"),
        new("PUT", $"{V2}/backend/b", "name="),
        new("POST", $"{V2}/backend", "name=a%00b&address=192.0.2.1"),

        // a locked version
        new("POST", $"{V1}/backend", "name=x&address=192.0.2.1"),
        new("PUT", $"{V1}/backend/origin", "port=1"),
        new("DELETE", $"{V1}/backend/origin"),
        new("PUT", V1, "comment=x"),
        new("DELETE", $"{V1}/domain/www.example.com"),

        // what is not there
        new("GET", "/service/none"),
        new("PUT", "/service/none", "name=x"),
        new("DELETE", "/service/none"),
        new("POST", "/service/none/version"),
        new("PUT", "/service/none/version/1/activate"),
        new("GET", "/service/{S}/version/9"),
        new("PUT", "/service/{S}/version/9/activate"),
        new("PUT", "/service/{S}/version/9/clone"),
        new("POST", "/service/{S}/version/0/backend", "name=x"),
        new("GET", "/service/{S}/version/-1"),
        new("GET", "/service/{S}/version/99999999999999999999"),
        new("GET", "/service/{S}/version/%31%FF"),
        new("GET", $"{V2}/backend/none"),
        new("PUT", $"{V2}/backend/none", "port=1"),
        new("DELETE", $"{V2}/healthcheck/a%2Fb"),
        new("GET", "/service/search?name=none"),
        new("GET", "/service/search"),
        new("POST", "/nowhere"),
        new("GET", "/service/{S}/version/2/frontend"),

        // references
        new("POST", $"{V2}/backend", "name=x&address=192.0.2.1&healthcheck=none"),
        new("POST", $"{V2}/backend", "name=x&address=192.0.2.1&request_condition=none"),
        new("PUT", $"{V2}/backend/origin", "healthcheck=hh"),
        new("DELETE", $"{V2}/condition/c"),
        new("DELETE", $"{V2}/healthcheck/h"),
        new("PUT", $"{V2}/condition/c", "name=renamed"),

        new("POST", $"{V2}/header", "name=x&action=delete&type=request&dst=http.A&request_condition=cache"),
        new("POST", $"{V2}/header", "name=x&action=delete&type=response&dst=http.A&response_condition=c&cache_condition=c"),
        new("POST", $"{V2}/response_object", "name=x&request_condition=cache"),
        new("POST", $"{V2}/cache_settings", "name=x&cache_condition=c"),
        new("POST", $"{V2}/request_settings", "name=x&request_condition=none"),
        new("PUT", $"{V2}/gzip/g", "cache_condition=c"),

        // directors: their members are backends, so they cannot go in circles
        new("POST", $"{V2}/director/pair/backend/pair"),
        new("POST", $"{V2}/director/pair/backend/none"),
        new("POST", $"{V2}/director/none/backend/origin"),
        new("DELETE", $"{V2}/director/pair/backend/origin"),
        new("POST", $"{V2}/director", "name=pair"),
        new("POST", $"{V2}/director", "name=x&type=2"),
        new("GET", "/service/{S}/diff/from/-9/to/1"),
        new("GET", "/service/{S}/diff/from/1/to/1?format=xml"),
        new("GET", "/content/edge_check?url=ftp://example.com"),
        new("GET", "/v1/channel/{S}/ts/soon"),
        new("GET", "/customer/none/tokens"),

        // numbers, flags, choices
        new("POST", $"{V2}/backend", "name=x&address=192.0.2.1&port=eighty"),
        new("POST", $"{V2}/backend", "name=x&address=192.0.2.1&port=65536"),
        new("POST", $"{V2}/backend", "name=x&address=192.0.2.1&port=-1&connect_timeout=1.5"),
        new("PUT", $"{V2}/backend/origin", "use_ssl=maybe"),
        new("PUT", $"{V2}/backend/origin", "address=not a host"),
        new("POST", $"{V2}/condition", "name=x&type=NEVER&statement=req.url"),
        new("PUT", "/service/{S}", "type=wasm"),
        new("POST", $"{V2}/domain", "name=no_domain!"),

        // versions as a whole
        new("PUT", "/service/{U}/version/1/activate"),
        new("PUT", "/service/{T}/version/1/activate"),
        new("PUT", $"{V2}/deactivate"),
        new("DELETE", "/service/{S}"),
        new("PUT", "/service/{E}/version/1/activate"),

        // bodies
        new("POST", "/service", "{", "application/json"),
        new("POST", "/service", "[]", "application/json"),
        new("POST", "/service", "\"name\"", "application/json"),
        new("POST", "/service", """{"name":"\ud800"}""", "application/json"),
        new("POST", "/service", """{"name":"a","name":"b"}""", "application/json"),
        new("POST", "/service", "name=a&name=b"),
        new("POST", "/service", "name=%FF"),
        new("POST", "/service", NotUtf8),
        new("POST", "/service", "<name/>", "text/xml"),
        new("POST", "/service", "name=" + new string('a', 1024 * 1024)),
        new("POST", "/service", "name=" + new string('a', 1024 * 1024 - 5)),
        new("POST", $"{V2}/backend", "address=192.0.2.1&name=" + new string('a', 1024 * 1024 - 40)),

        // methods and access
        new("PATCH", "/service"),
        new("DELETE", $"{V2}/activate"),
        new("POST", $"{V2}/backend/origin", "port=1"),
        new("POST", "/health"),
        new("POST", "/service", "name=x") { Token = "wrong" },
        new("DELETE", "/service/{T}") { Token = "" },
        new("POST", "/service", "name=x") { Token = "{READER}" },
        new("DELETE", "/service/{T}") { Token = "{READER}" },
        new("POST", "/tokens", "scope=everything&services[]=none&expires_at=soon"),
        new("POST", "/tokens", "expires_at=2020-01-01T00:00:00Z"),
        new("DELETE", "/tokens/none"),
        new("DELETE", "/tokens/self"),
        new("DELETE", "/tokens", """{"data":[]}""", "application/vnd.api+json"),
        new("POST", "/service/{S}/purge"),
        new("GET", "/stats/service/{S}?by=week"),
    ];
}
