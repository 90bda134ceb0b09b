using System.Text.Json;

namespace EdgeInfra.SdkGenerator;

/// <summary>Writes a closed set of texts or numbers.</summary>
internal static class EnumWriter
{
    public static string Write(string name, JsonElement schema) => Code.File("System", "Pulumi")
        .Summary(schema.GetProperty("description").GetString()!)
        .Line("[EnumType]")
        .Block($"public readonly struct {name} : IEquatable<{name}>", code =>
        {
            // What a closed set of numbers is made of has to be a double: Pulumi knows no other number.
            var (isNumber, type) = schema.GetProperty("type").GetString() == "integer" ? (true, "double") : (false, "string");
            code.Line($"private readonly {type} _value;").Blank();
            code.Block($"private {name}({type} value)", body => body.Line(
                isNumber ? "_value = value;" : "_value = value ?? throw new ArgumentNullException(nameof(value));"));
            foreach (var value in schema.GetProperty("enum").EnumerateArray())
            {
                code.Summary(Sentence(value.GetProperty("description").GetString()!));
                code.Line($"public static {name} {value.GetProperty("name").GetString()} {{ get; }} = new {name}({value.GetProperty("value").GetRawText()});").Blank();
            }

            code.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);").Blank();
            code.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);").Blank();
            code.Line($"public static explicit operator {type}({name} value) => value._value;").Blank();
            code.Line("/// <inheritdoc />")
                .Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);").Blank();
            var same = isNumber ? "_value.Equals(other._value)" : "string.Equals(_value, other._value, StringComparison.Ordinal)";
            code.Line("/// <inheritdoc />").Line($"public bool Equals({name} other) => {same};").Blank();
            code.Line("/// <inheritdoc />")
                .Line($"public override int GetHashCode() => {(isNumber ? "_value.GetHashCode()" : "_value?.GetHashCode(StringComparison.Ordinal) ?? 0")};").Blank();
            code.Line("/// <inheritdoc />").Line(
                $"public override string ToString() => {(isNumber ? "_value.ToString(global::System.Globalization.CultureInfo.InvariantCulture)" : "_value")};");
        })
        .ToString();

    private static string Sentence(string text) => CSharpType.Pascal(text) + (text.EndsWith('.') ? "" : ".");
}
