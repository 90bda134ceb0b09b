using System.Text;

namespace EdgeInfra.Plugin.Import;

/// <summary>Text of a program as it grows, line by line.</summary>
internal sealed class Lines(int width)
{
    private readonly StringBuilder _text = new();

    /// <summary>The blanks that lines begin with at present.</summary>
    public string Indent { get; private set; } = "";

    public Lines Add(string line = "")
    {
        _text.Append(line.Length == 0 ? "" : Indent + line).Append('\n');
        return this;
    }

    public Lines Within(Action<Lines> write)
    {
        var before = Indent;
        Indent += new string(' ', width);
        write(this);
        Indent = before;
        return this;
    }

    public override string ToString() => _text.ToString();
}
