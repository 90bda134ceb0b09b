using System.Collections.Immutable;

namespace EdgeInfra.Engine.Yaml;

/// <summary>A resource as a YAML program declares it.</summary>
/// <param name="Key">How the program refers to it.</param>
/// <param name="Name">What it is registered as; the key unless the program says otherwise.</param>
/// <param name="Type">The full token, <c>pkg:module:Name</c>.</param>
/// <param name="Get">When set, the resource is read, not managed: <c>id</c> and <c>state</c>.</param>
internal sealed record ResourceDeclaration(
    SourceSpot At, string Key, string Name, string Type, Expression.Fields Properties, Expression.Fields Options,
    Expression.Fields? Get)
{
    public static readonly IReadOnlyList<string> Keys = ["type", "name", "properties", "options", "get", "defaultProvider"];

    public static readonly IReadOnlyList<string> OptionNames =
    [
        "additionalSecretOutputs", "aliases", "customTimeouts", "deleteBeforeReplace", "deletedWith", "dependsOn", "hideDiffs",
        "ignoreChanges", "import", "parent", "pluginDownloadURL", "protect", "provider", "providers", "replaceOnChanges",
        "retainOnDelete", "version",
    ];

    public static readonly IReadOnlyList<string> TimeoutNames = ["create", "update", "delete"];

    public IEnumerable<Expression> Expressions =>
        ImmutableArray.Create<Expression?>(Properties, Options, Get).OfType<Expression>();
}
