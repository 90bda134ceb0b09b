using System.Security;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Import;

/// <summary>Writes a plan in C#: a whole program, or a class for a program that is there already.</summary>
internal static class CSharpProgram
{
    private const string Step = "    ";

    public static string Whole(StackPlan plan) => new Lines(4)
        .Add("using EdgeInfra;")
        .Add("using Pulumi;")
        .Add()
        .Add($"// {CSharpText.OneLine(plan.Origin)}")
        .Add("return await Deployment.RunAsync(() =>")
        .Add("{")
        .Within(code =>
        {
            Body(code, plan, null);
            if (plan.Version is { } version)
            {
                code.Add().Add($"return new Dictionary<string, object?> {{ [\"version\"] = {version}.Number }};");
            }
        })
        .Add("});")
        .ToString();

    /// <param name="name">Of the class.</param>
    public static string Part(StackPlan plan, string name)
    {
        var last = plan.Resources[^1];
        var (type, value) = plan.HasService
            ? (last.Type, last.Variable)
            : ("IReadOnlyList<IDeclaration>", $"[{string.Join(", ", plan.Resources.Select(resource => resource.Variable))}]");
        return new Lines(4)
            .Add("#nullable enable")
            .Add("using System.Collections.Generic;")
            .Add("using EdgeInfra;")
            .Add("using Pulumi;")
            .Add()
            .Add($"/// <summary>{SecurityElement.Escape(CSharpText.OneLine(plan.Origin))}</summary>")
            .Add($"internal static class {name}")
            .Add("{")
            .Within(members => members
                .Add(plan.HasService
                    ? "/// <summary>Declares it all, with the service it is from.</summary>"
                    : "/// <summary>Declares it all; pass what comes back to ServiceVersionArgs.With.</summary>")
                .Add($"public static {type} Declare(CustomResourceOptions? options = null)")
                .Add("{")
                .Within(code =>
                {
                    Body(code, plan, "options");
                    code.Add().Add($"return {value};");
                })
                .Add("}"))
            .Add("}")
            .ToString();
    }

    private static void Body(Lines code, StackPlan plan, string? options)
    {
        if (plan.Settings.Length > 0)
        {
            code.Add("var config = new Config();");
        }

        foreach (var resource in plan.Resources)
        {
            var import = resource.ImportId.Length == 0 ? options
                : options is null ? $"new() {{ ImportId = {CSharpText.Literal(resource.ImportId, code.Indent)} }}"
                : $"CustomResourceOptions.Merge({options}, new() {{ ImportId = {CSharpText.Literal(resource.ImportId, code.Indent)} }})";
            var isVersion = resource.Type == nameof(ServiceVersion);
            var last = import is null ? ");" : $", {import});";
            var with = resource.Members.Length == 0 ? "" : $".With({string.Join(", ", resource.Members.Select(member => member.Variable))})";
            code.Add($"var {resource.Variable} = new {resource.Type}(\"{resource.Variable}\", new{(isVersion ? " ServiceVersionArgs" : "()")}")
                .Add("{")
                .Within(body =>
                {
                    foreach (var (name, value) in resource.Properties)
                    {
                        body.Add($"{Assigned(name, value, body.Indent)},");
                    }
                })
                .Add($"}}{with}{last}");
        }
    }

    private static string Member(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Assigned(string name, PlannedValue value, string indent) =>
        Value(value, indent) is var text && text.StartsWith('\n') ? $"{Member(name)} ={text}" : $"{Member(name)} = {text}";

    /// <param name="indent">Of the line on which the value begins.</param>
    private static string Value(PlannedValue value, string indent) => value switch
    {
        PlannedValue.Text text => CSharpText.Literal(text.Value, indent + Step),
        PlannedValue.Number number => FormattableString.Invariant($"{number.Value}"),
        PlannedValue.Flag flag => flag.Value ? "true" : "false",
        PlannedValue.Choice choice => $"{choice.Type}.{choice.Member}",
        PlannedValue.Definition definition => $"{definition.Variable}.Definition",
        PlannedValue.Id id => $"{id.Variable}.Id",
        PlannedValue.Setting setting => $"config.Require{(setting.Secret ? "Secret" : "")}(\"{setting.Name}\")",
        PlannedValue.Fields fields => $"new {fields.Type}Args\n{Block(
            fields.Properties.Select(property => Assigned(property.Name, property.Value, indent + Step)), indent)}",
        PlannedValue.Items { Values.IsEmpty: true } => "new string[0]", // not the default, which leaving out would be
        PlannedValue.Items items when items.Values.Any(item => item is PlannedValue.Fields) =>
            $"\n{Block(items.Values.Select(item => Value(item, indent + Step)), indent)}",
        PlannedValue.Items items => $"{{ {string.Join(", ", items.Values.Select(item => Value(item, indent)))} }}",
        _ => throw new InvalidOperationException($"C# has no {value.GetType().Name}"),
    };

    private static string Block(IEnumerable<string> lines, string indent) =>
        $"{indent}{{\n{string.Concat(lines.Select(line => $"{indent}{Step}{line},\n"))}{indent}}}";
}
