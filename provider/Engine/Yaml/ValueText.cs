using System.Globalization;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Yaml;

/// <summary>How values look inside a text, and what their kinds are called in messages.</summary>
internal static class ValueText
{
    /// <exception cref="FormatException">The value is not a scalar.</exception>
    public static string Of(PropertyValue value) => value switch
    {
        PropertyValue.Text text => text.Value,
        PropertyValue.Bool flag => flag.Value ? "true" : "false",
        PropertyValue.Number number => Of(number.Value),
        _ => throw new FormatException($"{Kind(value)} cannot stand within a text; use fn::toJSON or one of its properties"),
    };

    // Whole numbers without exponent, as a person would write them.
    public static string Of(double number) => number == Math.Floor(number) && Math.Abs(number) < 1e15
        ? number.ToString("F0", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    public static string Kind(PropertyValue value) => value switch
    {
        PropertyValue.Null => "null",
        PropertyValue.Bool => "a boolean",
        PropertyValue.Number => "a number",
        PropertyValue.Text => "a text",
        PropertyValue.List => "a list",
        PropertyValue.Map => "an object",
        PropertyValue.Asset => "an asset",
        PropertyValue.Archive => "an archive",
        PropertyValue.ResourceReference => "a resource",
        PropertyValue.Secret => "a secret",
        _ => "a value that is not known yet",
    };
}
