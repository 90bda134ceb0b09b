namespace Unit.Provider;

/// <summary>The fields that Fastly's API takes, by the last part of the address; kept by hand, from its documentation and recorded calls.</summary>
internal static class FastlyFields
{
    private static readonly Dictionary<string, string> All = new()
    {
        ["service"] = "name comment type",
        ["domain"] = "name comment",
        ["condition"] = "name type statement priority comment",
        ["healthcheck"] = "name host path method http_version expected_response check_interval timeout window threshold initial headers comment",
        ["backend"] = "name address port use_ssl override_host connect_timeout first_byte_timeout between_bytes_timeout fetch_timeout max_conn max_use "
            + "max_lifetime keepalive_time tcp_keepalive_enable tcp_keepalive_time tcp_keepalive_interval tcp_keepalive_probes weight auto_loadbalance "
            + "healthcheck request_condition shield share_key prefer_ipv6 ssl_check_cert ssl_cert_hostname ssl_sni_hostname ssl_hostname ssl_ca_cert "
            + "ssl_client_cert ssl_client_key ssl_ciphers min_tls_version max_tls_version error_threshold client_cert comment",
        ["director"] = "name type quorum retries capacity shield comment",
        ["dictionary"] = "name write_only",
        ["acl"] = "name",
        ["header"] = "name action type dst src regex substitution ignore_if_set priority request_condition cache_condition response_condition",
        ["cache_settings"] = "name action ttl stale_ttl cache_condition",
        ["request_settings"] = "name action force_ssl force_miss bypass_busy_wait default_host geo_headers hash_keys max_stale_age timer_support xff "
            + "request_condition",
        ["response_object"] = "name status response content content_type request_condition cache_condition",
        ["gzip"] = "name content_types extensions cache_condition",
        ["snippet"] = "name type content priority dynamic",
        ["vcl"] = "name content main",
        ["settings"] = "general.default_ttl general.default_host general.default_pci general.stale_if_error general.stale_if_error_ttl",
        ["items"] = "op item_key item_value",
        ["entries"] = "op id ip subnet negated comment",
    };

    public static IEnumerable<string> Unknown(string kind, IEnumerable<string> given) => given.Except(All[kind].Split(' '));
}
