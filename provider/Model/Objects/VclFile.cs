namespace EdgeInfra.Model;

/// <summary>A file of VCL. The main one replaces the generated program at Fastly; here it is kept, never executed.</summary>
public sealed record VclFile : INamed
{
    public static FieldTable<VclFile> Fields { get; } = new(ObjectKind.Vcl, "vcl", "vcls");

    [Field("Name of the file, unique within the version.")]
    public required string Name { get; init; }

    [Field("The VCL.", Format = TextFormat.Free)]
    public string Content { get; init; } = "";

    [Field("Whether this is the program, which may include the other files; one file at most is.")]
    public bool Main { get; init; }
}
