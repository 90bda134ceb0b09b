using System.Collections.Immutable;

namespace Pulumi.Command.Local;

/// <summary>A command that is run on this machine when it is created, changed and deleted.</summary>
/// <remarks>It is not run in previews: its outputs are unknown there until it has been created.</remarks>
[ResourceType(Token, null)]
public class Command : CustomResource
{
    private const string Token = "command:local:Command";

    // The version of the package this stands in for.
    private const string PackageVersion = "1.2.1";

    public Command(string name, CommandArgs? args = null, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new CommandArgs(), Complete(options, ""))
    {
    }

    private Command(string name, Input<string> id, CustomResourceOptions? options)
        : base(Token, name, null, Complete(options, id))
    {
    }

    [Output("addPreviousOutputInEnv")]
    public Output<bool?> AddPreviousOutputInEnv { get; private set; } = null!;

    [Output("archive")]
    public Output<Archive?> Archive { get; private set; } = null!;

    [Output("archivePaths")]
    public Output<ImmutableArray<string>> ArchivePaths { get; private set; } = null!;

    [Output("assetPaths")]
    public Output<ImmutableArray<string>> AssetPaths { get; private set; } = null!;

    [Output("assets")]
    public Output<ImmutableDictionary<string, AssetOrArchive>?> Assets { get; private set; } = null!;

    [Output("create")]
    public Output<string?> Create { get; private set; } = null!;

    [Output("delete")]
    public Output<string?> Delete { get; private set; } = null!;

    [Output("dir")]
    public Output<string?> Dir { get; private set; } = null!;

    [Output("environment")]
    public Output<ImmutableDictionary<string, string>?> Environment { get; private set; } = null!;

    [Output("interpreter")]
    public Output<ImmutableArray<string>> Interpreter { get; private set; } = null!;

    [Output("logging")]
    public Output<Logging?> Logging { get; private set; } = null!;

    [Output("stderr")]
    public Output<string> Stderr { get; private set; } = null!;

    [Output("stdin")]
    public Output<string?> Stdin { get; private set; } = null!;

    [Output("stdout")]
    public Output<string> Stdout { get; private set; } = null!;

    [Output("triggers")]
    public Output<ImmutableArray<object>> Triggers { get; private set; } = null!;

    [Output("update")]
    public Output<string?> Update { get; private set; } = null!;

    public static Command Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);

    private static CustomResourceOptions Complete(CustomResourceOptions? options, Input<string> id)
    {
        var own = new CustomResourceOptions { Version = PackageVersion, ReplaceOnChanges = { "triggers[*]" } };
        var merged = CustomResourceOptions.Merge(own, options);
        merged.Id = id;
        return merged;
    }
}
