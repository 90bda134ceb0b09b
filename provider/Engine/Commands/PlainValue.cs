using System.Text;
using System.Text.Json;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Commands;

/// <summary>Values for people and scripts: plain JSON, secrets hidden unless asked for.</summary>
internal static class PlainValue
{
    /// <summary>A text as it is, anything else as JSON.</summary>
    public static string Text(V value, bool showSecrets) => Shown(value, showSecrets) is V.Text text ? text.Value : Json(value, showSecrets);

    // Nothing secret is left by then, so nothing is encrypted either.
    public static string Json(V value, bool showSecrets) => JsonFields.DocumentText(
        ValueFormat.Compact with { Indented = true }, json => new ValueFormat(SecretText.Plain).Write(json, "", Shown(value, showSecrets)));

    private static V Shown(V value, bool showSecrets) => value switch
    {
        V.Secret or V.Output { IsSecret: true } when !showSecrets => Scrubber.Mark,
        V.Secret or V.Output => Shown(value.Bare(), showSecrets),
        V.Unknown => "[unknown]",
        V.List list => new V.List(list.Items.Select(item => Shown(item, showSecrets))),
        V.Map map => map.Items.Select((_, item) => Shown(item, showSecrets)),
        _ => value,
    };
}
