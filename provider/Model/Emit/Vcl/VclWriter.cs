using System.Text;

namespace EdgeInfra.Model;

/// <summary>Lines of VCL, indented by their blocks. Comments are safe to hold any text.</summary>
internal sealed class VclWriter
{
    private const int Step = 4;

    private readonly StringBuilder _text = new();
    private int _depth;

    public VclWriter Line(string line = "")
    {
        _text.Append(' ', line.Length == 0 ? 0 : _depth * Step).Append(line).Append('\n');
        return this;
    }

    public VclWriter Lines(IEnumerable<string> lines) => lines.Aggregate(this, static (vcl, line) => vcl.Line(line));

    /// <summary>Text as it stands, to the end of its last line: indenting would change long texts in it.</summary>
    public VclWriter Verbatim(string text)
    {
        _text.Append(text).Append(text.EndsWith('\n') ? "" : "\n");
        return this;
    }

    /// <summary>A comment on one line, whatever the text holds.</summary>
    public VclWriter Comment(string text) =>
        Line("# " + string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)));

    public VclWriter Property(string name, string value) => Line($".{name} = {value};");

    public VclWriter Block(string opening, Action content, string closing = "}")
    {
        Line(opening);
        _depth++;
        content();
        _depth--;
        return Line(closing);
    }

    public override string ToString() => _text.ToString();
}
