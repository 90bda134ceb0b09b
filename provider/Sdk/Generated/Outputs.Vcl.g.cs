// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>A file of VCL. The bundled runtime keeps it and never executes it.</summary>
[OutputType]
public sealed class Vcl
{
    /// <summary>Name of the file, unique within the version.</summary>
    public readonly string Name;

    /// <summary>The VCL.</summary>
    public readonly string? Content;

    /// <summary>Whether this is the program, which may include the other files; one file at most is. Default: false.</summary>
    public readonly bool? Main;

    [OutputConstructor]
    public Vcl(
        string name,
        string? content = default,
        bool? main = default)
    {
        Name = name;
        Content = content;
        Main = main;
    }
}
