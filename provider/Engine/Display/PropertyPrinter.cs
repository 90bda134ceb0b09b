using EdgeInfra.Engine.Yaml;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Display;

/// <summary>Properties over several lines, as in Pulumi's diff: names aligned, objects and lists laid open, JSON texts too.</summary>
internal sealed class PropertyPrinter
{
    private const string Unknown = "[unknown]";

    private readonly List<ReportLine> _lines = [];

    public IReadOnlyList<ReportLine> Lines => _lines;

    /// <summary>All of a map's properties.</summary>
    /// <param name="column">Where names begin.</param>
    public void Whole(PropertyMap map, int column, string sign = "", Tone tone = Tone.Plain)
    {
        var shown = map.Where(item => !item.Key.StartsWith("__", StringComparison.Ordinal)).ToArray();
        var width = shown.Length == 0 ? 0 : shown.Max(item => item.Key.Length);
        foreach (var (key, value) in shown)
        {
            Whole(key.PadRight(width), value, column, sign, tone);
        }
    }

    /// <summary>What differs between two maps.</summary>
    public void Difference(PropertyMap old, PropertyMap value, int column, Func<string, bool>? wanted = null)
    {
        var keys = old.Keys.Union(value.Keys)
            .Where(key => !key.StartsWith("__", StringComparison.Ordinal) && (wanted is null || wanted(key)))
            .Where(key => !Equals(old.Find(key), value.Find(key)))
            .Order(StringComparer.Ordinal).ToArray();
        var width = keys.Length == 0 ? 0 : keys.Max(key => key.Length);
        foreach (var key in keys)
        {
            Difference(key.PadRight(width), old.Find(key), value.Find(key), column);
        }
    }

    public void Line(string text, int column, string sign = "", Tone tone = Tone.Plain) =>
        _lines.Add(new ReportLine($"{new string(' ', Math.Max(0, column - 2))}{sign,-2}{text}", tone));

    private void Whole(string label, V value, int column, string sign, Tone tone)
    {
        switch (Opened(value))
        {
            case (V.Map { Items.Count: > 0 } map, var note):
                Line($"{label}: {note}{{", column, sign, tone);
                Whole(map.Items, column + 4, sign, tone);
                Line("}", column, "", tone);
                break;
            case (V.List { Items.Length: > 0 } list, var note):
                Line($"{label}: {note}[", column, sign, tone);
                for (var i = 0; i < list.Items.Length; i++)
                {
                    Whole($"[{i}]", list.Items[i], column + 4, sign, tone);
                }

                Line("]", column, "", tone);
                break;
            default:
                Line($"{label}: {Scalar(value)}", column, sign, tone);
                break;
        }
    }

    private void Difference(string label, V? old, V? value, int column)
    {
        if (old is null || value is null)
        {
            Whole(label, old ?? value!, column, old is null ? "+" : "-", old is null ? Tone.Added : Tone.Removed); // one of them is there
            return;
        }

        switch (Opened(old), Opened(value))
        {
            case ((V.Map a, _), (V.Map b, var note)):
                Line($"{label}: {note}{{", column, "~", Tone.Changed);
                Difference(a.Items, b.Items, column + 4);
                Line("}", column);
                break;
            case ((V.List a, _), (V.List b, var note)):
                Line($"{label}: {note}[", column, "~", Tone.Changed);
                for (var i = 0; i < Math.Max(a.Items.Length, b.Items.Length); i++)
                {
                    var (from, to) = (a.Items.ElementAtOrDefault(i), b.Items.ElementAtOrDefault(i));
                    if (!Equals(from, to))
                    {
                        Difference($"[{i}]", from, to, column + 4);
                    }
                }

                Line("]", column);
                break;
            case ((V.Text { Value: var a }, _), (V.Text { Value: var b }, _)) when a.Contains('\n') && b.Contains('\n'):
                Line($"{label}:", column, "~", Tone.Changed);
                foreach (var (sign, line) in LineDiff.Of(a, b))
                {
                    Line(line, column + 4, sign.ToString(), sign == '+' ? Tone.Added : Tone.Removed);
                }

                break;
            default:
                Line($"{label}: {Scalar(old)} => {Scalar(value)}", column, "~", Tone.Changed);
                break;
        }
    }

    // A text that is a JSON document is compared as what it says.
    private static (V Value, string Note) Opened(V value)
    {
        if (value is not V.Text { Value: ['{' or '[', ..] text })
        {
            return (value, "");
        }

        try
        {
            return (JsonText.Parse(text), "(json) ");
        }
        catch (FormatException)
        {
            return (value, "");
        }
    }

    private static string Scalar(V value) => value switch
    {
        V.Unknown or V.Output { Value: null, IsSecret: false } => Unknown,
        V.Text text => CompactValue.Quote(text.Value),
        _ => CompactValue.Of(value),
    };
}
