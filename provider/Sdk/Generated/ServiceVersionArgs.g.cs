// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra;

/// <summary>What a ServiceVersion is made with.</summary>
public sealed partial class ServiceVersionArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Id of the service whose versions this resource writes.</summary>
    [Input("serviceId", required: true)]
    public Input<string> ServiceId { get; set; } = null!;

    [Input("domains", required: true)]
    private InputList<string>? _domains;

    /// <summary>Host names the service answers for. *.example.com stands for every name below it.</summary>
    public InputList<string> Domains
    {
        get => _domains ??= new InputList<string>();
        set => _domains = value;
    }

    [Input("backends", required: true)]
    private InputList<BackendDefinition>? _backends;

    /// <summary>The version's backends, as the output "definition" of each Backend. What they refer to by a definition need not be listed.</summary>
    public InputList<BackendDefinition> Backends
    {
        get => _backends ??= new InputList<BackendDefinition>();
        set => _backends = value;
    }

    [Input("healthchecks")]
    private InputList<HealthcheckDefinition>? _healthchecks;

    /// <summary>The version's healthchecks, as the output "definition" of each Healthcheck. Those that backends refer to by a definition are added by themselves.</summary>
    public InputList<HealthcheckDefinition> Healthchecks
    {
        get => _healthchecks ??= new InputList<HealthcheckDefinition>();
        set => _healthchecks = value;
    }

    [Input("conditions")]
    private InputList<ConditionDefinition>? _conditions;

    /// <summary>The version's conditions, as the output "definition" of each Condition. Those that others refer to by a definition are added by themselves.</summary>
    public InputList<ConditionDefinition> Conditions
    {
        get => _conditions ??= new InputList<ConditionDefinition>();
        set => _conditions = value;
    }

    [Input("directors")]
    private InputList<DirectorArgs>? _directors;

    /// <summary>A group of backends that a request may go to. Told apart by name; the order does not count.</summary>
    public InputList<DirectorArgs> Directors
    {
        get => _directors ??= new InputList<DirectorArgs>();
        set => _directors = value;
    }

    [Input("dictionaries")]
    private InputList<DictionaryArgs>? _dictionaries;

    /// <summary>A named table of texts that expressions look up, as in table.lookup(NAME, key). Told apart by name; the order does not count.</summary>
    public InputList<DictionaryArgs> Dictionaries
    {
        get => _dictionaries ??= new InputList<DictionaryArgs>();
        set => _dictionaries = value;
    }

    [Input("acls")]
    private InputList<AclArgs>? _acls;

    /// <summary>A named list of addresses that expressions match against, as in client.ip ~ NAME. Told apart by name; the order does not count.</summary>
    public InputList<AclArgs> Acls
    {
        get => _acls ??= new InputList<AclArgs>();
        set => _acls = value;
    }

    [Input("headers")]
    private InputList<HeaderArgs>? _headers;

    /// <summary>One change of one header, of the request or of the answer. Told apart by name; the order does not count.</summary>
    public InputList<HeaderArgs> Headers
    {
        get => _headers ??= new InputList<HeaderArgs>();
        set => _headers = value;
    }

    [Input("cacheSettings")]
    private InputList<CacheSettingsArgs>? _cacheSettings;

    /// <summary>How answers are cached, where a condition holds. Told apart by name; the order does not count.</summary>
    public InputList<CacheSettingsArgs> CacheSettings
    {
        get => _cacheSettings ??= new InputList<CacheSettingsArgs>();
        set => _cacheSettings = value;
    }

    [Input("requestSettings")]
    private InputList<RequestSettingsArgs>? _requestSettings;

    /// <summary>How requests are treated, where a condition holds. Told apart by name; the order does not count.</summary>
    public InputList<RequestSettingsArgs> RequestSettings
    {
        get => _requestSettings ??= new InputList<RequestSettingsArgs>();
        set => _requestSettings = value;
    }

    [Input("responseObjects")]
    private InputList<ResponseObjectArgs>? _responseObjects;

    /// <summary>An answer the edge gives itself, where a condition holds. Told apart by name; the order does not count.</summary>
    public InputList<ResponseObjectArgs> ResponseObjects
    {
        get => _responseObjects ??= new InputList<ResponseObjectArgs>();
        set => _responseObjects = value;
    }

    [Input("gzips")]
    private InputList<GzipArgs>? _gzips;

    /// <summary>Which answers are compressed: by content type or by the path's extension. Told apart by name; the order does not count.</summary>
    public InputList<GzipArgs> Gzips
    {
        get => _gzips ??= new InputList<GzipArgs>();
        set => _gzips = value;
    }

    [Input("snippets")]
    private InputList<SnippetArgs>? _snippets;

    /// <summary>A piece of VCL for one place of the generated program. The bundled runtime keeps it and never executes it. Told apart by name; the order does not count.</summary>
    public InputList<SnippetArgs> Snippets
    {
        get => _snippets ??= new InputList<SnippetArgs>();
        set => _snippets = value;
    }

    [Input("vcls")]
    private InputList<VclArgs>? _vcls;

    /// <summary>A file of VCL. The bundled runtime keeps it and never executes it. Told apart by name; the order does not count.</summary>
    public InputList<VclArgs> Vcls
    {
        get => _vcls ??= new InputList<VclArgs>();
        set => _vcls = value;
    }

    /// <summary>The general settings. Unset, they are at their defaults.</summary>
    [Input("settings")]
    public Input<SettingsArgs>? Settings { get; set; }

    /// <summary>What the version is for; for people only.</summary>
    [Input("comment")]
    public Input<string>? Comment { get; set; }

    /// <summary>Whether changes go live. Default: always.</summary>
    [Input("activate")]
    public Input<ActivateMode>? Activate { get; set; }

    [Input("credentials")]
    private InputList<ImmutableDictionary<string, string>>? _credentials;

    /// <summary>The output "credentials" of each Backend in the list: the secrets that its definition holds digests of.</summary>
    public InputList<ImmutableDictionary<string, string>> Credentials
    {
        get => _credentials ??= new InputList<ImmutableDictionary<string, string>>();
        set => _credentials = value;
    }

    /// <summary>Number of an older version to have live in place of what is declared, which waits until the pin is removed. It must be locked: one that has been live is.</summary>
    [Input("pin")]
    public Input<int>? Pin { get; set; }
}
