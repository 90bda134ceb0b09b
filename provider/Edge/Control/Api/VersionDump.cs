using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

using Lines = SortedDictionary<string, string>;

/// <summary>The content of a version as a difference shows it: names and values as text, everything sorted.</summary>
/// <param name="Scalars">What the version says of itself.</param>
/// <param name="Settings">Its general settings.</param>
/// <param name="Collections">Its objects by list, then by name.</param>
internal sealed record VersionDump(Lines Scalars, Lines Settings, SortedDictionary<string, SortedDictionary<string, Lines>> Collections)
{
    public static VersionDump Of(ServiceState service, VersionState version)
    {
        var collections = Sorted<SortedDictionary<string, Lines>>();
        foreach (var table in FieldTables.OfVersions)
        {
            var objects = collections[table.Collection] = Sorted<Lines>();
            foreach (var stored in version.Of(table.Kind))
            {
                objects[stored.Name] = Fields(table, stored.Record, stored.Id);
            }
        }

        collections["wordpress"] = Sorted<Lines>();
        return new(OfItself(service, version), Fields(Model.Settings.Fields, version.Settings, null), collections);
    }

    private static Lines OfItself(ServiceState service, VersionState version)
    {
        var lines = Sorted<string>();
        lines["comment"] = Text(version.Comment);
        lines["deployed"] = lines["testing"] = "false";
        lines["service_id"] = service.Id;
        lines["staging"] = service.Staged == version.Number ? "true" : "false";
        return lines;
    }

    private static Lines Fields(IFieldTable table, object record, string? id)
    {
        var lines = Sorted<string>();
        Add(lines, "", table, record);
        if (id is not null)
        {
            lines["id"] = id;
        }

        return lines;
    }

    // What stands within a field has lines of its own: policy.signing.region.
    private static void Add(Lines lines, string path, IFieldTable table, object record)
    {
        foreach (var field in table)
        {
            var (value, name) = (table.ValueOf(record, field), path + field.WireName);
            if (field.Part is { } part)
            {
                field.Records(value).Index().ToList().ForEach(item => Add(
                    lines, field.IsList ? FormattableString.Invariant($"{name}[{item.Index}].") : $"{name}.", part, item.Item));
            }
            else if (!field.IsLeftOut(value) && (path.Length == 0 || value is not null))
            {
                lines[name] = field.Secret && value is not null ? Hidden(value) : Text(value, table.NumbersAsText);
            }
        }
    }

    // Enough to see that a secret has changed.
    private static string Hidden(object value) =>
        $"'[secret {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value.ToString()!)))[..8]}]'";

    private static string Text(object? value, bool numbersAsText = false) => value switch
    {
        null => "~",
        bool flag => numbersAsText ? flag ? "'1'" : "'0'" : flag ? "true" : "false",
        int number when numbersAsText => $"'{number.ToString(CultureInfo.InvariantCulture)}'",
        int number => number.ToString(CultureInfo.InvariantCulture),
        ValueList<string> list => $"[{string.Join(", ", list.Select(item => Text(item)))}]",
        _ => Quoted((string)value),
    };

    private static string Quoted(string text) =>
        text.Any(char.IsControl) ? $"\"{Escaped(text)}\""
        : text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/')
            && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off") ? text
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Escaped(string text) => string.Concat(text.Select(c => c switch
    {
        '\\' or '"' => $"\\{c}",
        '\n' => "\\n",
        '\t' => "\\t",
        '\r' => "\\r",
        _ when char.IsControl(c) => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    }));

    private static SortedDictionary<string, T> Sorted<T>() => new(StringComparer.Ordinal);
}
