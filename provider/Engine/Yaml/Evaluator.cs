using System.Collections.Immutable;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Yaml;

/// <summary>Evaluates expressions. Unknown and secret spread to whatever is made from them, dependencies too.</summary>
internal sealed class Evaluator(
    Func<string, Task<Symbol>> resolve,
    Func<Expression.Call, Evaluated, Task<Evaluated>> invoke,
    BuiltinFunctions functions,
    Func<string, Task<ImmutableSortedSet<string>?>> propertyNames)
{
    /// <exception cref="UnevaluableException">It has no value.</exception>
    public async Task<Evaluated> Evaluate(Expression expression)
    {
        try
        {
            return expression switch
            {
                Expression.Literal literal => Evaluated.Of(literal.Value),
                Expression.Text text => await Join(text).ConfigureAwait(false),
                Expression.Reference reference => await Follow(reference).ConfigureAwait(false),
                Expression.Items items => await Items(items).ConfigureAwait(false),
                Expression.Fields fields => await Object(fields).ConfigureAwait(false),
                Expression.Call call => await Apply(call).ConfigureAwait(false),
                _ => throw new InvalidOperationException($"no value for {expression.GetType().Name}"),
            };
        }
        catch (FormatException wrong)
        {
            var where = expression is Expression.Call call ? $"fn::{call.Function}: " : "";
            throw new UnevaluableException(expression.At, where + wrong.Message);
        }
    }

    private async Task<Evaluated> Join(Expression.Text text)
    {
        var parts = new List<Evaluated>();
        foreach (var part in text.Parts)
        {
            parts.Add(await Evaluate(part).ConfigureAwait(false));
        }

        var flat = Flat.Of(new V.List(parts.Select(part => part.Value)));
        return new Evaluated(
            flat.Then(values => string.Concat(((V.List)values).Items.Select((value, i) => InText(value, text.Parts[i])))), Union(parts));
    }

    private static string InText(V value, Expression part)
    {
        try
        {
            return value is V.ResourceReference { Id: V.Text(var id) } ? id : ValueText.Of(value);
        }
        catch (FormatException unfit)
        {
            throw new FormatException($"'{part}': {unfit.Message}");
        }
    }

    private async Task<Evaluated> Follow(Expression.Reference reference)
    {
        switch (await resolve(reference.Name).ConfigureAwait(false))
        {
            case Symbol.Value { Of: var value }:
                return value.With(Walk(value.Value, reference, 0));
            case Symbol.Resource { As: var resource }:
                await RequireProperty(resource, reference).ConfigureAwait(false);
                var start = reference.Path is [{ Name: { } property }, ..] ? resource[property]
                    : reference.Path is [] ? resource.Reference
                    : throw new FormatException($"'{reference}': a resource has properties, not items");
                return new Evaluated(Walk(start, reference, 1), resource.Urn.Length > 0 ? [resource.Urn] : []);
            default:
                throw new UnevaluableException(reference.At, null);
        }
    }

    // What the engine did not answer may be a property without a value, or one that does not exist: the schema tells.
    private async Task RequireProperty(ResourceHandle resource, Expression.Reference reference)
    {
        if (reference.Path is [{ Name: { } name }, ..] && !resource.Has(name)
            && await propertyNames(resource.Type).ConfigureAwait(false) is { } names && !names.Contains(name))
        {
            throw new FormatException(
                $"'{reference}': {resource.Type} has no property '{name}'; it has id, urn, {string.Join(", ", names)}.{Spelling.DidYouMean(name, names)}");
        }
    }

    private static V Walk(V value, Expression.Reference reference, int from)
    {
        for (var i = from; i < reference.Path.Length; i++)
        {
            switch (value)
            {
                case V.Secret secret:
                    return new V.Secret(Walk(secret.Inner, reference, i));
                case V.Output:
                    return Walk(value.Bare(), reference, i);
                case V.Unknown:
                    return value;
            }

            value = Step(value, reference, i);
        }

        return value;
    }

    private static V Step(V value, Expression.Reference reference, int at)
    {
        var access = reference.Path[at];
        var sofar = reference.Name + string.Concat(reference.Path.Take(at));
        return (value, access.Name) switch
        {
            (V.List list, null) when access.Index < list.Items.Length => list.Items[access.Index],
            (V.List list, null) => throw new FormatException($"'{reference}': {sofar} has only {list.Items.Length} items"),
            (V.Map map, { } name) when map.Items.TryGetValue(name, out var found) => found,
            (V.Map map, { } name) => throw new FormatException(
                $"'{reference}': {sofar} has no property '{name}'; it has {string.Join(", ", map.Items.Keys)}."
                + Spelling.DidYouMean(name, map.Items.Keys)),
            _ => throw new FormatException($"'{reference}': {sofar} is {ValueText.Kind(value)} and has no {access}"),
        };
    }

    private async Task<Evaluated> Items(Expression.Items items)
    {
        var values = new List<Evaluated>();
        foreach (var element in items.Elements)
        {
            values.Add(await Evaluate(element).ConfigureAwait(false));
        }

        return new Evaluated(new V.List(values.Select(value => value.Value)), Union(values));
    }

    private async Task<Evaluated> Object(Expression.Fields fields)
    {
        var values = new List<Evaluated>();
        foreach (var field in fields.Entries)
        {
            values.Add(await Evaluate(field.Value).ConfigureAwait(false));
        }

        return new Evaluated(
            PropertyMap.From(fields.Entries.Select((field, i) => KeyValuePair.Create(field.Name, values[i].Value))), Union(values));
    }

    private async Task<Evaluated> Apply(Expression.Call call)
    {
        var argument = await Evaluate(call.Argument).ConfigureAwait(false);
        return call.Function == "invoke"
            ? await invoke(call, argument).ConfigureAwait(false)
            : argument.With(functions.Apply(call.Function, argument.Value));
    }

    private static ImmutableSortedSet<string> Union(IEnumerable<Evaluated> values) =>
        [.. values.SelectMany(value => value.Dependencies)];
}
