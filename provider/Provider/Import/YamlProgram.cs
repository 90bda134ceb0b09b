
namespace EdgeInfra.Plugin.Import;

/// <summary>Writes a plan in YAML: the sections of Pulumi.yaml that a program consists of.</summary>
internal static class YamlProgram
{
    public static string Resources(StackPlan plan)
    {
        var yaml = new Lines(2).Add($"# {YamlText.OneLine(plan.Origin)}").Add("resources:");
        foreach (var resource in plan.Resources)
        {
            yaml.Within(body => Resource(body, resource));
        }

        return yaml.ToString();
    }

    public static string Outputs(StackPlan plan) => plan.Version is { } version ? $"outputs:\n  version: ${{{version}.number}}\n" : "";

    /// <summary>What a program is configured with, in every language.</summary>
    /// <param name="values">Values for providers, by full key.</param>
    public static string Config(StackPlan plan, params (string Key, string Value)[] values)
    {
        if (plan.Settings.Length + values.Length == 0)
        {
            return "";
        }

        var yaml = new Lines(2).Add("config:");
        yaml.Within(body =>
        {
            foreach (var (key, value) in values)
            {
                body.Add($"{key}: {{ value: {YamlText.Quoted(value)} }}");
            }

            foreach (var setting in plan.Settings)
            {
                var usual = setting.Default is { } text ? $", default: {YamlText.Quoted(text)}" : "";
                body.Add($"{setting.Name}: {{ type: string{usual}{(setting.Secret ? ", secret: true" : "")} }}");
            }
        });
        return yaml.ToString();
    }

    private static void Resource(Lines yaml, PlannedResource resource) => yaml
        .Add($"{resource.Variable}:")
        .Within(body =>
        {
            body.Add($"type: edgeinfra:{resource.Type}");
            if (resource.Properties.Length + resource.Members.Length > 0)
            {
                body.Add("properties:").Within(properties => Properties(properties, resource));
            }

            if (resource.ImportId.Length > 0)
            {
                body.Add("options:").Within(options => options.Add($"import: {YamlText.Quoted(resource.ImportId)}"));
            }
        });

    private static void Properties(Lines yaml, PlannedResource resource)
    {
        foreach (var (name, value) in resource.Properties)
        {
            Property(yaml, name, value);
        }

        foreach (var members in resource.Members.GroupBy(member => member.Collection))
        {
            Property(yaml, members.Key, new PlannedValue.Items([.. members.Select(member => new PlannedValue.Definition(member.Variable))]));
        }

        if (resource.Credentials.Length > 0)
        {
            Property(yaml, "credentials", new PlannedValue.Items([.. resource.Credentials.Select(variable => new PlannedValue.Credentials(variable))]));
        }
    }

    private static void Property(Lines yaml, string name, PlannedValue value)
    {
        switch (value)
        {
            case PlannedValue.Items { Values.IsEmpty: true }:
                yaml.Add($"{name}: []");
                break;
            case PlannedValue.Items items:
                yaml.Add($"{name}:").Within(list => Items(list, items));
                break;
            case PlannedValue.Fields fields:
                yaml.Add($"{name}:").Within(body => Fields(body, fields));
                break;
            default:
                yaml.Add($"{name}: {Value(value)}");
                break;
        }
    }

    private static void Fields(Lines yaml, PlannedValue.Fields fields)
    {
        foreach (var (name, value) in fields.Properties)
        {
            Property(yaml, name, value);
        }
    }

    private static void Items(Lines yaml, PlannedValue.Items items)
    {
        foreach (var item in items.Values)
        {
            if (item is PlannedValue.Fields fields)
            {
                yaml.Add("-").Within(body => Fields(body, fields));
            }
            else
            {
                yaml.Add($"- {Value(item)}");
            }
        }
    }

    private static string Value(PlannedValue value) => value switch
    {
        PlannedValue.Text text => YamlText.Scalar(text.Value),
        PlannedValue.Number number => FormattableString.Invariant($"{number.Value}"),
        PlannedValue.Flag flag => flag.Value ? "true" : "false",
        PlannedValue.Choice choice => Value(choice.Value),
        PlannedValue.Definition definition => $"${{{definition.Variable}.definition}}",
        PlannedValue.Credentials credentials => $"${{{credentials.Variable}.credentials}}",
        PlannedValue.Id id => $"${{{id.Variable}.id}}",
        PlannedValue.Setting setting => $"${{{setting.Name}}}",
        _ => throw new InvalidOperationException($"YAML has no {value.GetType().Name}"),
    };
}
