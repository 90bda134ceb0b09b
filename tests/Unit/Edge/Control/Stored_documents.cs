using System.Globalization;
using EdgeInfra.Edge.Control;
using EdgeInfra.Model;

namespace Unit.Edge.Control;

/// <summary>Two readers for one form: the quick one must say what the other one says, or nothing.</summary>
public sealed class Stored_documents
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Texts =
    [
        "", " ", "a", "-", "- a", "a: b", "# no", "\"", "\\", "\\n", "é", "\u00a0", "\u2028", "\u0085", "😀", "\n", "\r\n", "\t", "\0", "\u001b", "\u007f", "\ufeff", "...", "{}", "[]",
        "&a", "*a", "!", "%", "'", "null", "~", " a ",
    ];

    [Fact]
    public void Of_every_kind_are_of_the_form_that_is_read_quickly()
    {
        foreach (var table in FieldTables.OfVersions)
        {
            var stored = new StoredObject(table.Kind, (INamed)table.ReadForm([]).Record, Noon, Noon) { Id = table.HasId ? "an-id" : null };
            var text = VersionDocument.Write("service", new VersionState(1, Noon, Noon) { Comment = "two\nlines", Objects = [stored] });
            Assert.True(WrittenYaml.Read(text) is not null, text);
            Assert.Equal(table.Kind, VersionDocument.Read(text, "service", 1).Objects.Single().Kind);
        }
    }

    [Fact]
    public void Are_the_same_for_both_readers()
    {
        var random = new Random(20261120);
        for (var round = 0; round < 200; round++)
        {
            var text = Written(random);
            Assert.True(WrittenYaml.Read(text) is { } quick && Told(quick) == Told(AnyYaml.Read(text)), text);
        }
    }

    [Fact]
    public void Are_never_read_otherwise_when_somebody_has_changed_them()
    {
        var random = new Random(20261121);
        var read = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var text = Changed(Written(random), random);
            if (WrittenYaml.Read(text) is { } quick)
            {
                Assert.True(Told(quick) == Told(AnyYaml.Read(text)), text);
                read++;
            }
        }

        Assert.InRange(read, 100, 1_900); // both kinds were met
    }

    [Theory]
    [InlineData("a: \"1\" # mended\n...\n", "1")]
    [InlineData("a: one two\n...\n", "one two")]
    [InlineData("---\na: 'it''s'\n...\n", "it's")]
    [InlineData("a: >\n  folded\n  text\n...\n", "folded text\n")]
    public void May_be_mended_in_any_YAML(string text, string expected) => Assert.Equal(expected, YamlMap.Document(text).Text("a"));

    [Theory]
    [InlineData("a: 1\na: 2\n...\n", "Duplicate key")]
    [InlineData("a: &a [*a]\n...\n", "nested too deeply")]
    [InlineData("a: \"1\"\n", "its end is missing")]
    [InlineData("a: [\n...\n", "line 2")]
    public void Are_damaged_when_they_are_none(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<DamagedDocumentException>(() => YamlMap.Document(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Name_the_line_of_what_is_wrong()
    {
        var item = YamlMap.Document("a: \"1\"\nb:\n- c: \"2\"\n  d: 3\n- c: \"4\"\n...\n").Maps("b").Last();
        Assert.Equal("line 5: d must be there and be a text", Assert.Throws<DamagedDocumentException>(() => item.Text("d")).Message);
    }

    private static string Written(Random random) => YamlWriter.Document(yaml => Fill(yaml, random, 0));

    private static void Fill(YamlWriter yaml, Random random, int depth)
    {
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var name = $"key.{i}_{depth}";
            switch (random.Next(depth < 3 ? 6 : 4))
            {
                case 0:
                    yaml.Number(name, random.Next(-100, 100));
                    break;
                case 1:
                    yaml.Time(name, Noon);
                    break;
                case 2:
                    yaml.Field(name, random.Next(2) == 0);
                    break;
                case 3:
                    yaml.Text(name, Text(random));
                    break;
                case 4:
                    yaml.Map(name, inner => Fill(inner, random, depth + 1));
                    break;
                default:
                    yaml.Maps(name, Enumerable.Range(0, random.Next(3)), (inner, _) => Fill(inner, random, depth + 1));
                    break;
            }
        }

        yaml.Field("lines", Enumerable.Range(0, random.Next(3)).Select(_ => Text(random)).ToValueList());
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Texts[random.Next(Texts.Length)]));

    private static string Changed(string text, Random random)
    {
        var at = random.Next(text.Length - 4); // its end stays
        var sign = "\"\\ :-#\nax01[]{}&*!%'\t,?|>é\u00a0"[random.Next(27)].ToString(CultureInfo.InvariantCulture);
        return random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, sign),
            _ => text.Remove(at, 1).Insert(at, sign),
        };
    }

    private static string Told(YamlMap map) => string.Join('\n', map.Names.Select(name => $"{name}={map.FormText(name)}"));
}
