using EdgeInfra.Model;
using EdgeInfra.Plugin.Diffs;
using EdgeInfra.Plugin.Records;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Versions;

/// <summary>The secrets that come beside a manifest's definitions, and what puts them back into their places.</summary>
internal sealed class Credentials
{
    public const string Name = "credentials";

    private readonly ILookup<string, string> _values;
    private readonly bool _complete;

    private Credentials(IEnumerable<PropertyMap> given, bool complete) => (_complete, _values) = (complete, (
        from map in given
        from item in map
        where item.Value.Bare() is V.Text
        select (item.Key, ((V.Text)item.Value.Bare()).Value)).Distinct().ToLookup(pair => pair.Key, pair => pair.Value));

    public static Credentials Read(V value, List<Failure> failures)
    {
        if (value.Bare() is not V.List(var items))
        {
            if (value.Bare() is not V.Null and not V.Unknown)
            {
                failures.Add(new(Name, $"{Name} must be a list: give it the output \"{Name}\" of each Backend that has a secret."));
            }

            return new([], value.Bare() is V.Null);
        }

        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Bare() is not V.Map and not V.Null and not V.Unknown)
            {
                failures.Add(new($"{Name}[{i}]", $"{Name}[{i}] is not usable: pass the output \"{Name}\" of a Backend."));
            }
        }

        return new(items.Select(item => item.Bare()).OfType<V.Map>().Select(map => map.Items), !value.HasUnknown());
    }

    /// <summary>The object with its secrets in place. A digest that no value belongs to is told, by the name of its object.</summary>
    public PropertyMap Resolve(IFieldTable table, PropertyMap map, string path, List<Failure> failures) =>
        SecretFields.Replace(table, map, (field, value) => value.Bare() is V.Text(var text) && SecretDigest.Is(text)
            ? Resolve(table, map["name"], field, text, path, failures)
            : value);

    private V.Secret Resolve(IFieldTable table, V name, string field, string digest, string path, List<Failure> failures)
    {
        if (_values[field].FirstOrDefault(value => SecretDigest.Fits(digest, value)) is { } found)
        {
            return new(found);
        }

        if (_complete)
        {
            var named = name.Bare() is V.Text(var text) ? $"{table.ListName}[\"{text}\"]" : path;
            failures.Add(new($"{path}.{field}", $"{named}.{field} is the digest of a secret, and {Name} holds no value that belongs to it: "
                + $"add the output \"{Name}\" of the {table.RecordType.Name} to {Name}."));
        }

        return new(V.Unknown.Instance);
    }
}
