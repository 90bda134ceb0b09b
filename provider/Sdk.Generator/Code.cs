using System.Text;

namespace EdgeInfra.SdkGenerator;

/// <summary>C# text as it grows: lines with their indentation, blocks, and documentation.</summary>
internal sealed class Code
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _blank;

    public static Code File(params IEnumerable<string> usings) => FileIn(SdkWriter.Namespace, usings);

    public static Code FileIn(string within, params IEnumerable<string> usings)
    {
        var code = new Code();
        code.Line("// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.");
        code.Line("#nullable enable");
        code.Blank();
        foreach (var name in usings)
        {
            code.Line($"using {name};");
        }

        code.Blank();
        code.Line($"namespace {within};");
        code.Blank();
        return code;
    }

    public Code Line(string line)
    {
        if (_blank)
        {
            _text.Append('\n');
        }

        _blank = false;
        _text.Append(' ', _depth * 4).Append(line).Append('\n');
        return this;
    }

    /// <summary>An empty line, but none before a closing brace.</summary>
    public Code Blank()
    {
        _blank = _text.Length > 0;
        return this;
    }

    public Code Block(string head, Action<Code> body)
    {
        Line(head);
        Line("{");
        _depth++;
        body(this);
        _depth--;
        _blank = false;
        Line("}");
        return Blank();
    }

    /// <summary>A summary of the first paragraph of a text in Markdown.</summary>
    public Code Summary(string markdown)
    {
        var paragraph = markdown.Split("\n\n", 2)[0].Replace('\n', ' ');
        return Line($"/// <summary>{Escape(paragraph)}</summary>");
    }

    public override string ToString() => _text.ToString();

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("`", "", StringComparison.Ordinal);
}
