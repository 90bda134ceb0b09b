using EdgeInfra.Model;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Import;

/// <summary>What a caller of importProgram wants.</summary>
/// <param name="Kind"><c>vcl</c> or <c>service</c>.</param>
/// <param name="Text">The VCL.</param>
/// <param name="Id">Of the service.</param>
/// <param name="Name">What the program is to be called after; may be empty for a service.</param>
/// <param name="Language"><c>csharp</c> or <c>yaml</c>.</param>
/// <param name="Directory">Where the files will lie.</param>
/// <param name="Part">There is a program already: only what is to be added is wanted.</param>
internal sealed record ImportRequest(string Kind, string Text, string Id, string Name, string Language, string Directory, bool Part)
{
    public static readonly string[] Kinds = ["vcl", "service"];
    public static readonly string[] Languages = ["csharp", "yaml"];

    private static readonly string[] Known = ["kind", "text", "id", "name", "language", "directory", "part"];

    /// <summary>The request; empty texts where something is wrong with it.</summary>
    public static ImportRequest Read(PropertyMap args, List<Failure> failures)
    {
        failures.AddRange(args.Keys.Where(key => !Known.Contains(key))
            .Select(key => new Failure(key, $"is not an argument of importProgram.{Nearest.Hint(key, Known)}")));
        var kind = OneOf(args, "kind", Kinds, null, failures);
        return new(
            kind,
            Given(args, "text", kind == "vcl", failures),
            Given(args, "id", kind == "service", failures),
            Given(args, "name", kind == "vcl", failures),
            OneOf(args, "language", Languages, "csharp", failures),
            Given(args, "directory", false, failures) is { Length: > 0 } directory ? directory : Path.GetTempPath(),
            args["part"].Bare() is V.Bool(true));
    }

    private static string OneOf(PropertyMap args, string name, string[] values, string? usual, List<Failure> failures)
    {
        var text = args[name].Bare() is V.Null && usual is not null ? usual : Given(args, name, required: true, failures);
        if (text.Length > 0 && !values.Contains(text))
        {
            failures.Add(new(name, $"is \"{text}\", but must be one of {string.Join(", ", values)}.{Nearest.Hint(text, values)}"));
        }

        return text;
    }

    private static string Given(PropertyMap args, string name, bool required, List<Failure> failures)
    {
        switch (args[name].Bare())
        {
            case V.Text(var text) when text.Length > 0 || !required || name == "text":
                return text;
            case V.Null when !required:
                return "";
            default:
                failures.Add(new(name, "is required: give it a text."));
                return "";
        }
    }
}
