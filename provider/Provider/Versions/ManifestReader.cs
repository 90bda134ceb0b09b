using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Plugin.Records;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Versions;

/// <summary>
/// Reads a ServiceVersion's inputs; failures are whole sentences that tell items by name. Reading what
/// <see cref="Manifest.ToInputs"/> wrote gives the same manifest.
/// </summary>
internal static class ManifestReader
{
    private static readonly string SettingsName = Settings.Fields.ListName;

    private static readonly ImmutableArray<string> Known =
        ["serviceId", .. FieldTables.OfVersions.Select(table => table.ListName), Credentials.Name, SettingsName, "comment", "activate", "pin"];

    public static Manifest Read(PropertyMap inputs, Target target = Target.Runtime)
    {
        var failures = new List<Failure>();
        var credentials = Credentials.Read(inputs[Credentials.Name], failures);
        var lists = FieldTables.OfVersions.Select(table => ReadList(table, inputs[table.ListName], credentials, target, failures)).ToImmutableArray();
        failures.AddRange(inputs.Keys.Where(key => !Known.Contains(key))
            .Select(key => new Failure(key, $"{key} is not a property of a ServiceVersion.{Nearest.Hint(key, Known)}")));
        var manifest = new Manifest(
            ManifestTexts.ServiceId(inputs, failures), ManifestTexts.Comment(inputs, failures),
            ManifestTexts.Activate(inputs, failures), lists)
        {
            Settings = ReadSettings(inputs[SettingsName], target, failures),
            Pin = ManifestTexts.Pin(inputs, failures),
        };
        return Hoisting.Apply(manifest with { Failures = [.. failures] });
    }

    private static ManifestList ReadList(IFieldTable table, V value, Credentials credentials, Target target, List<Failure> failures)
    {
        var secret = value is V.Secret or V.Output { IsSecret: true };
        if (value.Bare() is V.Unknown or V.Null)
        {
            return new(table, [], Unknown: value.Bare() is V.Unknown, secret);
        }

        if (value.Bare() is not V.List list)
        {
            failures.Add(new(table.ListName, $"{table.ListName} must be a list."));
            return new(table, []);
        }

        var items = ImmutableArray.CreateBuilder<Declared?>();
        for (var i = 0; i < list.Items.Length; i++)
        {
            items.Add(ReadItem(table, list.Items[i], $"{table.ListName}[{i}]", credentials, target, failures));
        }

        return new(table, items.ToImmutable(), Secret: secret);
    }

    // Nothing known of them is the same as nothing known of each.
    private static Declared? ReadSettings(V value, Target target, List<Failure> failures)
    {
        switch (value.Bare())
        {
            case V.Null:
                return null;
            case V.Unknown:
                return new(Settings.Fields, new Settings()) { Unknown = [.. Settings.Fields.Select(field => field.Name)] };
            case V.Map(var map):
                var declared = DeclarationReader.Read(Settings.Fields, map, target);
                failures.AddRange(declared.Failures.Select(
                    failure => new Failure($"{SettingsName}.{failure.Property}", $"{SettingsName}.{failure}")));
                return value is V.Secret ? declared with { Secret = [.. map.Keys] } : declared;
            default:
                failures.Add(new(SettingsName, $"{SettingsName} must be an object such as {{ defaultTtl: 60 }}."));
                return null;
        }
    }

    private static Declared? ReadItem(IFieldTable table, V value, string path, Credentials credentials, Target target, List<Failure> failures)
    {
        var isDomain = table.Kind == ObjectKind.Domain;
        var map = value.Bare() switch
        {
            V.Unknown => null,
            V.Text when isDomain => PropertyMap.Of(("name", value)),
            V.Map(var items) when !isDomain => items,
            _ => Refused(table, path, failures),
        };
        if (map is null)
        {
            return null;
        }

        map = credentials.Resolve(table, map, path, failures);
        var declared = Contents.Read(table, map, target);
        var named = declared.Name is { } name ? $"{table.ListName}[\"{name}\"]" : path;
        failures.AddRange(declared.Failures.Select(failure => isDomain
            ? new Failure(path, $"{named} {failure.Reason}")
            : new Failure($"{path}.{failure.Property}", $"{named}.{failure}")));
        return value is V.Secret && !isDomain ? declared with { Secret = [.. map.Keys] } : declared;
    }

    private static PropertyMap? Refused(IFieldTable table, string path, List<Failure> failures)
    {
        failures.Add(new(path, table.Kind == ObjectKind.Domain
            ? $"{path} must be a text: the name of a domain."
            : FieldTables.IsOfTheFirst(table.Kind)
                ? $"{path} must be the definition of a {table.WirePath}: pass the output \"definition\" of the resource, or an object with the same fields."
                : $"{path} must be an object with the fields of a {table.WirePath}."));
        return null;
    }
}
