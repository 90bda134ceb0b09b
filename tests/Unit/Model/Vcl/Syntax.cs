using EdgeInfra.Model.Vcl;
using FsCheck;
using FsCheck.Fluent;

namespace Unit.Model.Vcl;

public sealed class Syntax
{
    private static readonly string[] Fragments =
    [
        "req.url", "req.http.Cookie:a", "client.ip", "true", "false", "\"a\"", "\"%\"", "{\"", "\"}", "{x\"", "(", ")", ",", "!", "!!", "==", "!=", "~",
        "!~", "<", ">=", "&&", "||", "+", "-", "1", "1.5", "10s", "9y", "if(", "std.tolower(", "substr(", "table.lookup(t,", "regsub(req.url, \"",
        "re.group.1", "\"(a\"", "\"[[:alpha:]\"", "\n", " ", "\0", "é", "\ud800", "%", ";", "'", "=", "&", ".", ":", "_a",
    ];

    private static Gen<Node> Operands(int size)
    {
        var leaves = Gen.OneOf<Node>(
            Gen.Elements("req.url", "req.http.A:b", "now", "_x").Select(Node (name) => new Node.Name(default, name)),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get.Replace("\0", "", StringComparison.Ordinal))
                .Where(text => !text.Any(char.IsSurrogate)).Select(Node (text) => new Node.Literal(default, TokenKind.Text, text)),
            Gen.Elements("%41", "%u0041", "100%", "a\"b", "\"}", "one\ntwo", "\\").Select(Node (text) => new Node.Literal(default, TokenKind.Text, text)),
            Gen.Elements("0", "12", "-7").Select(Node (text) => new Node.Literal(default, TokenKind.Integer, text)),
            Gen.Elements("1.5", "-0.25").Select(Node (text) => new Node.Literal(default, TokenKind.Float, text)),
            Gen.Elements("10s", "-1.5h", "250ms").Select(Node (text) => new Node.Literal(default, TokenKind.RelativeTime, text)));
        if (size <= 0)
        {
            return leaves;
        }

        var conditions = Conditions(size / 2);
        return Gen.OneOf(
            leaves,
            conditions.ListOf().Select(Node (arguments) => new Node.Call(default, "f.g", [.. arguments.Take(3)])),
            conditions.Three().Select(Node (three) => new Node.If(default, three.Item1, three.Item2, three.Item3)));
    }

    private static Gen<Node> Conditions(int size)
    {
        var operands = Operands(size / 2);
        var joined = operands.Two().Select(Node (two) => new Node.Joined(default, [two.Item1, two.Item2]));
        var sides = Gen.OneOf(operands, joined);
        var marks = Gen.Choose((int)TokenKind.Equal, (int)TokenKind.AtLeast).Select(mark => (TokenKind)mark);
        var compared = sides.Two().SelectMany(two =>
            marks.Select(Node (mark) => new Node.Comparison(default, mark, default, two.Item1, two.Item2)));
        if (size <= 0)
        {
            return Gen.OneOf(sides, compared);
        }

        var inner = Conditions(size / 3);
        var group = inner.Select(Node (node) => new Node.Group(default, node));
        var not = group.Select(Node (node) => new Node.Not(default, node));
        var and = Gen.OneOf(group, compared, not).Two().Select(Node (two) => new Node.Logic(default, true, [two.Item1, two.Item2]));
        var or = Gen.OneOf(and, group, not).Two().Select(Node (two) => new Node.Logic(default, false, [two.Item1, two.Item2]));
        return Gen.OneOf(compared, joined, group, not, and, or);
    }

    [Fact]
    public void Reads_what_it_has_printed() => Prop.ForAll(Gen.Sized(size => Conditions(Math.Min(size, 20))).ToArbitrary(), node =>
    {
        var printed = Printer.Print(node);
        var read = Parser.Parse(printed, out var problem);
        Assert.True(read is not null, $"{printed}: {problem}");
        Assert.Equal(Shape(node), Shape(read));
        Assert.Equal(printed, Printer.Print(read));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Refuses_nonsense_with_a_place_and_nothing_worse() => Prop.ForAll(
        Gen.Elements(Fragments).ListOf().Select(string.Concat).ToArbitrary(), Survives).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Refuses_any_text_with_a_place_and_nothing_worse() =>
        Prop.ForAll<string?>(text => Survives(text ?? "")).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("(")]
    [InlineData("!")]
    [InlineData("if(")]
    [InlineData("f(")]
    [InlineData("\"a\"+")]
    [InlineData("true||")]
    [InlineData("req.url ~ \"(")]
    [InlineData("-")]
    public void Ends_for_the_deepest_and_the_longest(string piece) => Survives(string.Concat(Enumerable.Repeat(piece, 15_900 / piece.Length)));

    [Theory]
    [InlineData("(", ")")]
    [InlineData("(?:a|", ")*")]
    [InlineData("(?=", ")")]
    [InlineData("(a{1,9}", "){1,9}")]
    public void Ends_for_the_deepest_pattern(string open, string close)
    {
        var depth = 15_000 / (open.Length + close.Length);
        var (front, back) = (string.Concat(Enumerable.Repeat(open, depth)), string.Concat(Enumerable.Repeat(close, depth)));
        Survives($"req.url ~ \"{front}a{back}\"");
    }

    [Fact]
    public void Tells_no_more_problems_than_one_can_read() =>
        Assert.Equal(20, VclCompiler.Condition(string.Join(" || ", Enumerable.Repeat("nothing", 1_000)), Sample.Environment()).Problems.Count);

    private static void Survives(string statement)
    {
        var compiled = VclCompiler.Condition(statement, Sample.Environment());
        Assert.NotEqual(compiled.Ok, compiled.Problems.Count > 0);
        Assert.All(compiled.Problems, problem => Assert.True(problem is { Line: > 0, Column: > 0 } && problem.Message.Length > 0));
    }

    // A tree as nested lists, without the places: those differ between what was generated and what was read.
    private static string Shape(Node node) => node switch
    {
        Node.Literal literal => $"{literal.Kind}:{literal.Value}",
        Node.Name name => $"name:{name.Value}",
        Node.Call call => $"call:{call.Function}[{string.Join('|', call.Arguments.Select(Shape))}]",
        Node.If choice => $"if[{Shape(choice.Condition)}|{Shape(choice.Then)}|{Shape(choice.Otherwise)}]",
        Node.Not not => $"not[{Shape(not.Denied)}]",
        Node.Group group => $"group[{Shape(group.Inner)}]",
        Node.Joined joined => $"joined[{string.Join('|', joined.Parts.Select(Shape))}]",
        Node.Comparison comparison => $"{comparison.Operator}[{Shape(comparison.Left)}|{Shape(comparison.Right)}]",
        Node.Logic logic => $"{(logic.IsAnd ? "and" : "or")}[{string.Join('|', logic.Parts.Select(Shape))}]",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };
}
