using EdgeInfra.Model;
using EdgeInfra.Plugin.Diffs;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Records;

/// <summary>
/// What belongs to no version, as a manifest tells it: the items of a dictionary, the entries of an ACL, the content of a dynamic snippet.
/// Left out it is not managed; given, even empty, it is managed exactly.
/// </summary>
internal static class Contents
{
    /// <summary>The property it stands in, or null for kinds that hold nothing.</summary>
    public static string? NameOf(ObjectKind kind) => kind switch
    {
        ObjectKind.Dictionary => "items",
        ObjectKind.Acl => "entries",
        ObjectKind.Snippet => "content",
        _ => null,
    };

    /// <summary>Reads an object of such a kind with what it holds; failures are told with their path below the object.</summary>
    public static Declared Read(IFieldTable table, PropertyMap map, Target target)
    {
        var name = NameOf(table.Kind);
        var isField = name is not null && table.Find(name) is not null;
        var declared = DeclarationReader.Read(table, name is null || isField ? map : map.Without(name), target);
        if (name is null || map[name].Bare() is V.Null || (isField && declared.Record is not Snippet { Dynamic: true }))
        {
            return declared;
        }

        var failures = declared.Failures.ToBuilder();
        var content = declared.Record switch
        {
            Snippet => map[name],
            Acl => Wrapped(map[name], Entries(map[name].Bare(), target, failures)),
            _ => Wrapped(map[name], Items(map[name].Bare(), IsWriteOnly(declared), failures)),
        };
        return declared with
        {
            Record = declared.Record is Snippet snippet ? snippet with { Content = null } : declared.Record,
            Unknown = declared.Unknown.Remove(name),
            Content = content,
            Failures = failures.ToImmutable(),
        };
    }

    /// <summary>The records it stands for, once all of it is known.</summary>
    public static ValueList<INamed> Records(V content) => content.Bare() switch
    {
        V.Map(var items) => items.Select(
            item => (INamed)new DictionaryItem { ItemKey = item.Key, ItemValue = ((V.Text)item.Value.Bare()).Value }).ToValueList(),
        V.List(var entries) => entries.Select(entry => DeclarationReader.Read(AclEntry.Fields, ((V.Map)entry.Bare()).Items).Record).ToValueList(),
        V.Text(var text) => [new SnippetContent { Content = text }],
        _ => [],
    };

    // Items that can never be read back are secret whatever the program says.
    private static bool IsWriteOnly(Declared dictionary) => dictionary.Record is EdgeDictionary { WriteOnly: true };

    private static V Wrapped(V given, V read) => given is V.Secret or V.Output { IsSecret: true } ? new V.Secret(read) : read;

    private static V Items(V given, bool secret, ICollection<Failure> failures)
    {
        if (given is not V.Map(var items))
        {
            return given is V.Unknown ? given : Refused("items", "is not usable: it must map keys to texts.", failures);
        }

        foreach (var (key, value) in items)
        {
            var path = Paths.Join("items", key);
            if (value.Bare() is V.Text(var text))
            {
                foreach (var failure in DictionaryItem.Fields.Check(new() { ItemKey = key, ItemValue = text }))
                {
                    failures.Add(new(path, secret || value.HasSecret() ? "cannot be used; why is not shown, because its value is secret." : failure.ToString()));
                }
            }
            else if (value.Bare() is not V.Unknown)
            {
                failures.Add(new(path, "must be a text."));
            }
        }

        return items.Select((_, value) => secret && value is not V.Secret ? new V.Secret(value) : value);
    }

    private static V Entries(V given, Target target, ICollection<Failure> failures)
    {
        if (given is not V.List(var entries))
        {
            return given is V.Unknown ? given : Refused("entries", "is not usable: it must be a list of objects such as { ip: 192.0.2.0, subnet: 24 }.", failures);
        }

        var seen = new HashSet<string>();
        return new V.List(entries.Select((entry, i) => Entry(entry, $"entries[{i}]", target, seen, failures)));
    }

    private static V Entry(V given, string path, Target target, HashSet<string> seen, ICollection<Failure> failures)
    {
        if (given.Bare() is not V.Map(var map))
        {
            return given.Bare() is V.Unknown ? given : Refused(path, "must be an object such as { ip: 192.0.2.0, subnet: 24 }.", failures);
        }

        var declared = DeclarationReader.Read(AclEntry.Fields, map, target);
        var entry = (AclEntry)declared.Record;
        foreach (var failure in declared.Failures)
        {
            failures.Add(new($"{path}.{failure.Property}", failure.ToString()));
        }

        if (entry.RangeProblem is { } problem)
        {
            failures.Add(new($"{path}.subnet", problem));
        }
        else if (!declared.Unknown.Overlaps(["ip", "subnet"]) && declared.Failures.IsEmpty && !seen.Add(entry.Name))
        {
            failures.Add(new(path, $"holds {entry.Name} once more: list each range once."));
        }

        return Wrapped(given, declared.ToMap());
    }

    private static V Refused(string path, string why, ICollection<Failure> failures)
    {
        failures.Add(new(path, why));
        return V.None;
    }
}
