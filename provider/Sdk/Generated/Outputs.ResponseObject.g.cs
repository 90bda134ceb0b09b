// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>An answer the edge gives itself, where a condition holds.</summary>
[OutputType]
public sealed class ResponseObject
{
    /// <summary>Name of the answer, unique within the version.</summary>
    public readonly string Name;

    /// <summary>HTTP status. From 100 to 999. Default: 200.</summary>
    public readonly int? Status;

    /// <summary>Reason phrase. Default: Ok.</summary>
    public readonly string? Response;

    /// <summary>Body.</summary>
    public readonly string? Content;

    /// <summary>Content-Type header.</summary>
    public readonly string? ContentType;

    /// <summary>Condition of type REQUEST under which the answer is given. A name, or the definition itself: then it need not be listed.</summary>
    public readonly Union<string, ConditionDefinition>? RequestCondition;

    /// <summary>Condition of type CACHE under which the answer is given. A name, or the definition itself: then it need not be listed.</summary>
    public readonly Union<string, ConditionDefinition>? CacheCondition;

    [OutputConstructor]
    public ResponseObject(
        string name,
        int? status = default,
        string? response = default,
        string? content = default,
        string? contentType = default,
        Union<string, ConditionDefinition>? requestCondition = default,
        Union<string, ConditionDefinition>? cacheCondition = default)
    {
        Name = name;
        Status = status;
        Response = response;
        Content = content;
        ContentType = contentType;
        RequestCondition = requestCondition;
        CacheCondition = cacheCondition;
    }
}
