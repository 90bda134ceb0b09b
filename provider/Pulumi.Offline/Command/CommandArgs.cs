using System.Diagnostics.CodeAnalysis;

namespace Pulumi.Command.Local;

/// <summary>What a local command runs, and when.</summary>
/// <remarks>Without <c>update</c>, a change runs <c>create</c> again; a change of <c>triggers</c> replaces the command.</remarks>
public sealed class CommandArgs : ResourceArgs
{
    public static new CommandArgs Empty => new();

    // Of lists and maps the field is sent, not the property: it is null, and left out, until something is added.

    [Input("addPreviousOutputInEnv")]
    public Input<bool>? AddPreviousOutputInEnv { get; set; }

    [field: Input("archivePaths")]
    [AllowNull]
    public InputList<string> ArchivePaths { get => field ??= []; set; }

    [field: Input("assetPaths")]
    [AllowNull]
    public InputList<string> AssetPaths { get => field ??= []; set; }

    [Input("create")]
    public Input<string>? Create { get; set; }

    [Input("delete")]
    public Input<string>? Delete { get; set; }

    [Input("dir")]
    public Input<string>? Dir { get; set; }

    [field: Input("environment")]
    [AllowNull]
    public InputMap<string> Environment { get => field ??= []; set; }

    [field: Input("interpreter")]
    [AllowNull]
    public InputList<string> Interpreter { get => field ??= []; set; }

    [Input("logging")]
    public Input<Logging>? Logging { get; set; }

    [Input("stdin")]
    public Input<string>? Stdin { get; set; }

    [field: Input("triggers")]
    [AllowNull]
    public InputList<object> Triggers { get => field ??= []; set; }

    [Input("update")]
    public Input<string>? Update { get; set; }
}
