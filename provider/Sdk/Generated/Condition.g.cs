// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra;

/// <summary>A boolean expression that other objects name: a backend with a requestCondition serves the requests that satisfy it. This is a declaration: it goes live as part of a ServiceVersion.</summary>
[EdgeInfraResourceType("edgeinfra:index:Condition")]
public partial class Condition : global::Pulumi.CustomResource
{
    /// <summary>Name of the condition, unique within the version. Default: the resource's name in the program.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>When the expression is evaluated. Cannot be changed in place.</summary>
    [Output("type")]
    public Output<ConditionType> Type { get; private set; } = null!;

    /// <summary>The expression, for example req.url.path ~ "^/api/".</summary>
    [Output("statement")]
    public Output<string> Statement { get; private set; } = null!;

    /// <summary>Order of evaluation, smallest first; of several satisfied conditions for backends the last one decides. Default of Fastly's API. Default: 100.</summary>
    [Output("priority")]
    public Output<int> Priority { get; private set; } = null!;

    /// <summary>What the condition is for; for people only.</summary>
    [Output("comment")]
    public Output<string?> Comment { get; private set; } = null!;

    /// <summary>The condition with every default settled, for a ServiceVersion to list. Known in previews already.</summary>
    [Output("definition")]
    public Output<ConditionDefinition> Definition { get; private set; } = null!;

    /// <param name="name">The resource's name in the program, unique among all Conditions of the stack.</param>
    /// <param name="args">What it is made with.</param>
    /// <param name="options">How the engine treats it.</param>
    public Condition(string name, ConditionArgs args, CustomResourceOptions? options = null)
        : base("edgeinfra:index:Condition", name, args ?? new ConditionArgs(), MakeResourceOptions(options, null))
    {
    }

    private Condition(string name, Input<string> id, CustomResourceOptions? options)
        : base("edgeinfra:index:Condition", name, null, MakeResourceOptions(options, id))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaults = new CustomResourceOptions { Version = PackageInfo.Version };
        var merged = CustomResourceOptions.Merge(defaults, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }

    /// <summary>The Condition of that id, which some other program keeps: read, never changed.</summary>
    public static Condition Get(string name, Input<string> id, CustomResourceOptions? options = null)
    {
        return new Condition(name, id, options);
    }
}
