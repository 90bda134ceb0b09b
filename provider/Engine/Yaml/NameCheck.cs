using System.Collections.Immutable;

namespace EdgeInfra.Engine.Yaml;

/// <summary>
/// Finds names that nothing has, names that two things have, unknown functions, and definitions that go round in circles.
/// </summary>
internal sealed class NameCheck(Template template, IReadOnlyCollection<string> configNames, YamlProblems problems)
{
    private readonly Dictionary<string, ImmutableArray<Expression.Reference>> _references = [];

    public void Run()
    {
        foreach (var declaration in template.Config)
        {
            Define(declaration.At, declaration.Name, []);
            CheckConstant(declaration);
        }

        foreach (var variable in template.Variables)
        {
            Define(variable.At, variable.Name, [variable.Value]);
        }

        foreach (var resource in template.Resources)
        {
            Define(resource.At, resource.Key, resource.Expressions);
        }

        foreach (var name in configNames)
        {
            _references.TryAdd(name, []);
        }

        CheckReferences();
        CheckFunctions();
        FindCycles();
    }

    private void Define(SourceSpot at, string name, IEnumerable<Expression> expressions)
    {
        if (name == Builtins.Name)
        {
            problems.Add(at, $"the name '{Builtins.Name}' is taken: it holds the project's and the stack's name.");
        }
        else if (!_references.TryAdd(name, [.. expressions.SelectMany(expression => expression.References())]))
        {
            problems.Add(at, $"the name '{name}' is used twice; configuration, variables and resources share one set of names.");
        }
    }

    private void CheckConstant(ConfigDeclaration declaration)
    {
        foreach (var part in declaration.Default is { } value ? value.References().Concat<Expression>(value.Calls()) : [])
        {
            problems.Add(part.At, $"the default of config '{declaration.Name}' must be a constant; use a variable for what is made from others.");
        }
    }

    private void CheckFunctions()
    {
        var expressions = template.Variables.Select(variable => variable.Value)
            .Concat(template.Resources.SelectMany(resource => resource.Expressions))
            .Concat(template.Outputs.Select(output => output.Value));
        foreach (var call in expressions.SelectMany(expression => expression.Calls())
            .Where(call => !BuiltinFunctions.Names.Contains(call.Function)))
        {
            problems.Add(call.At, $"no function is called fn::{call.Function}; there are fn::{string.Join(", fn::", BuiltinFunctions.Names)}."
                + Spelling.DidYouMean(call.Function, BuiltinFunctions.Names));
        }
    }

    private void CheckReferences()
    {
        var all = _references.Values.SelectMany(references => references)
            .Concat(template.Outputs.SelectMany(output => output.Value.References()));
        foreach (var reference in all)
        {
            if (reference.Name == Builtins.Name)
            {
                if (reference.Path is not [{ Name: { } property }] || !Builtins.Properties.Contains(property))
                {
                    problems.Add(reference.At, $"'{reference}' does not exist; allowed are "
                        + $"{string.Join(", ", Builtins.Properties.Select(known => $"{Builtins.Name}.{known}"))}.");
                }
            }
            else if (!_references.ContainsKey(reference.Name))
            {
                problems.Add(reference.At, $"nothing is called '{reference.Name}' here; names are those of config, variables and resources."
                    + Spelling.DidYouMean(reference.Name, _references.Keys.Append(Builtins.Name)));
            }
        }
    }

    private void FindCycles()
    {
        var done = new HashSet<string>();
        foreach (var name in _references.Keys.ToArray())
        {
            Visit(name, [], done);
        }
    }

    private void Visit(string name, ImmutableList<string> path, HashSet<string> done)
    {
        if (done.Contains(name))
        {
            return;
        }

        foreach (var reference in _references.GetValueOrDefault(name, []))
        {
            var onPath = path.Add(name);
            if (onPath.IndexOf(reference.Name) is >= 0 and var start)
            {
                problems.Add(
                    reference.At, $"goes round in a circle: {string.Join(" → ", onPath.Skip(start).Append(reference.Name))}.");
            }
            else
            {
                Visit(reference.Name, onPath, done);
            }
        }

        done.Add(name);
    }
}
