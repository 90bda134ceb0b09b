using System.Collections.Immutable;
using System.Globalization;
using EdgeInfra.Engine.Programs;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Yaml;

/// <summary>Finds the values of a program's configuration: the stack's, else the declared default.</summary>
internal sealed class ConfigReader(ProgramContext context, YamlProblems problems)
{
    /// <summary>By the names that programs use. Values of the project's namespace need not be declared.</summary>
    public ImmutableSortedDictionary<string, V> Read(ImmutableArray<ConfigDeclaration> declarations)
    {
        var values = UndeclaredNames.ToImmutableSortedDictionary(
            name => name, name => Secret(FullKey(name), Guess(context.Config[FullKey(name)])), StringComparer.Ordinal);
        foreach (var declaration in declarations)
        {
            values = values.SetItem(declaration.Name, Read(declaration));
        }

        return values;
    }

    /// <summary>What the stack's configuration has for this project, declared or not.</summary>
    public IEnumerable<string> UndeclaredNames => context.Config.Keys
        .Where(key => key.StartsWith(context.Project + ":", StringComparison.Ordinal))
        .Select(key => key[(context.Project.Length + 1)..]);

    private V Read(ConfigDeclaration declaration)
    {
        var key = FullKey(declaration.Key);
        var value = V.None;
        if (context.Config.TryGetValue(key, out var text))
        {
            value = Convert(declaration, text);
        }
        else if (declaration.Default is not null)
        {
            value = Constant(declaration.Default);
        }
        else
        {
            problems.Add(
                declaration.At,
                $"config '{declaration.Name}' has no value; set it with: edgeinfra config set {declaration.Name} VALUE"
                + (declaration.Secret ? " --secret" : ""));
        }

        return declaration.Secret && value is not V.Secret ? new V.Secret(value) : Secret(key, value);
    }

    private V Convert(ConfigDeclaration declaration, string text)
    {
        var value = declaration.Type switch
        {
            "string" => text,
            "boolean" => bool.TryParse(text, out var flag) ? (V)flag : null,
            "number" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (V)number : null,
            "integer" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? (V)(double)whole : null,
            "array" => Json(text) as V.List,
            "object" => Json(text) as V.Map,
            _ => Guess(text),
        };
        if (value is null)
        {
            var secret = declaration.Secret || context.ConfigSecretKeys.Contains(FullKey(declaration.Key));
            var shown = secret ? Scrubber.Mark : $"'{text}'";
            problems.Add(declaration.At, $"config '{declaration.Name}' must be of type {declaration.Type}, and is {shown}; "
                + $"change it with: edgeinfra config set {declaration.Name} VALUE");
        }

        return value ?? V.None;
    }

    // Only texts that say their type by themselves: an account number with leading zeros stays a text.
    private static V Guess(string text) => Json(text) switch
    {
        null or V.Text or V.Null => text,
        V.Number number when ValueText.Of(number.Value) != text => text,
        var value => value,
    };

    private static V? Json(string text)
    {
        try
        {
            return JsonText.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static V Constant(Expression expression) => expression switch
    {
        Expression.Literal literal => literal.Value,
        Expression.Items items => new V.List(items.Elements.Select(Constant)),
        Expression.Fields fields => PropertyMap.From(fields.Entries.Select(field => KeyValuePair.Create(field.Name, Constant(field.Value)))),
        _ => V.None, // refused by the name check
    };

    private V Secret(string key, V value) => context.ConfigSecretKeys.Contains(key) ? new V.Secret(value) : value;

    private string FullKey(string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{context.Project}:{key}";
}
