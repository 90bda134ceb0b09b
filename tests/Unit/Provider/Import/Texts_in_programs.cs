using System.Globalization;
using EdgeInfra.Engine.Yaml;
using EdgeInfra.Plugin.Import;
using YamlDotNet.RepresentationModel;
using V = EdgeInfra.Protocol.PropertyValue;
using YamlText = EdgeInfra.Plugin.Import.YamlText;

namespace Unit.Provider.Import;

public sealed class Texts_in_programs
{
    [Fact]
    public void Come_back_from_YAML_as_they_were()
    {
        var random = new Random(5);
        for (var i = 0; i < 3_000; i++)
        {
            var text = Randomly.Text(random, 8);
            Assert.Equal(text, FromYaml(YamlText.Scalar(text)));
        }
    }

    [Theory]
    [InlineData("www.example.com", "www.example.com")]
    [InlineData("/healthz", "/healthz")]
    [InlineData("true", "\"true\"")]
    [InlineData("NO", "\"NO\"")]
    [InlineData("1.2", "\"1.2\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("${x}", "\"$${x}\"")]
    public void Are_quoted_in_YAML_where_they_must_be(string text, string expected) => Assert.Equal(expected, YamlText.Scalar(text));

    [Fact]
    public void Come_back_from_CSharp_as_they_were()
    {
        var random = new Random(7);
        for (var i = 0; i < 3_000; i++)
        {
            var text = Randomly.Text(random, 8);
            Assert.Equal(text, FromCSharp(CSharpText.Literal(text, "    "), "    "));
        }
    }

    [Fact]
    public void Of_several_lines_stay_readable_in_CSharp() => Assert.Equal(
        "\"\"\"\"\n    one\n\n      \"\"\"two\"\n    \"\"\"\"", CSharpText.Literal("one\n\n  \"\"\"two\"", "    "));

    [Fact]
    public void Never_end_a_comment()
    {
        var random = new Random(9);
        Assert.All(Enumerable.Range(0, 500).Select(_ => CSharpText.OneLine(Randomly.Text(random, 8))), line =>
            Assert.DoesNotContain(line, c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085'));
    }

    private static string FromYaml(string scalar)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader($"key:\n  - {{ value: {scalar} }}\n"));
        var list = (YamlSequenceNode)((YamlMappingNode)stream.Documents[0].RootNode).Children[new YamlScalarNode("key")];
        var node = (YamlScalarNode)((YamlMappingNode)list.Children[0]).Children[new YamlScalarNode("value")];
        var read = new InterpolationReader(node.Value!, new SourceSpot(1, 1)).Read();
        return read switch
        {
            Expression.Literal { Value: V.Text(var text) } => text,
            Expression.Text parts => string.Concat(parts.Parts.Cast<Expression.Literal>().Select(part => ((V.Text)part.Value).Value)),
            var other => throw new InvalidOperationException($"{scalar} became {other}"),
        };
    }

    // The rules of the language for the two forms that are written.
    private static string FromCSharp(string literal, string indent)
    {
        var lines = literal.Split('\n');
        if (lines.Length > 1)
        {
            var quotes = lines[0];
            Assert.Equal(quotes.Length, quotes.Count(c => c == '"'));
            Assert.InRange(quotes.Length, 3, 20);
            Assert.Equal(indent + quotes, lines[^1]);
            Assert.DoesNotContain(lines[1..^1], line => line.Contains(quotes, StringComparison.Ordinal));
            Assert.All(lines[1..^1], line => Assert.True(line.Length == 0 || line.StartsWith(indent, StringComparison.Ordinal)));
            return string.Join('\n', lines[1..^1].Select(line => line.Length == 0 ? "" : line[indent.Length..]));
        }

        Assert.True(literal.Length >= 2 && literal[0] == '"' && literal[^1] == '"');
        var text = new System.Text.StringBuilder();
        for (var i = 1; i < literal.Length - 1; i++)
        {
            Assert.NotEqual('"', literal[i]);
            if (literal[i] != '\\')
            {
                text.Append(literal[i]);
                continue;
            }

            var code = literal[++i];
            text.Append(code switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'u' => (char)int.Parse(literal.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture), _ => code });
            Assert.Contains(code, "nrtu\"\\");
            i += code == 'u' ? 4 : 0;
        }

        return text.ToString();
    }
}
