using System.Globalization;
using System.Text;
using EdgeInfra.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EdgeInfra.Edge.Control;

/// <summary>
/// Writes one stored document. It ends with a line <c>...</c>, by which a reader knows that nothing is cut off.
/// </summary>
internal sealed class YamlWriter
{
    private readonly StringBuilder _text = new();
    private readonly Emitter _emitter;

    private YamlWriter() =>
        _emitter = new Emitter(new StringWriter(_text) { NewLine = "\n" }, EmitterSettings.Default.WithBestWidth(int.MaxValue));

    public static string Document(Action<YamlWriter> content)
    {
        var writer = new YamlWriter();
        writer._emitter.Emit(new StreamStart());
        writer._emitter.Emit(new DocumentStart());
        writer.Map(content);
        writer._emitter.Emit(new DocumentEnd(isImplicit: false));
        writer._emitter.Emit(new StreamEnd());
        return writer._text.ToString();
    }

    public void Number(string name, int value) => Plain(name, value.ToString(CultureInfo.InvariantCulture));

    public void Text(string name, string value)
    {
        Key(name);
        Quoted(value);
    }

    public void Time(string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            Plain(name, Timestamp.Write(time));
        }
    }

    /// <summary>A field's value; null is left out.</summary>
    /// <param name="part">The fields of what it holds, where that is not plain.</param>
    public void Field(string name, object? value, IFieldTable? part = null)
    {
        switch (value)
        {
            case int number:
                Number(name, number);
                break;
            case bool flag:
                Plain(name, flag ? "true" : "false");
                break;
            case string text:
                Text(name, text);
                break;
            case ValueList<string> lines:
                List(name, lines, Quoted);
                break;
            case IEnumerable<object> parts:
                Maps(name, parts, (writer, item) => writer.Fields(part!, item));
                break;
            case not null:
                Map(name, writer => writer.Fields(part!, value));
                break;
        }
    }

    public void Fields(IFieldTable table, object record)
    {
        foreach (var field in table)
        {
            Field(field.WireName, table.ValueOf(record, field), field.Part);
        }
    }

    public void Map(string name, Action<YamlWriter> content)
    {
        Key(name);
        Map(content);
    }

    public void Maps<T>(string name, IEnumerable<T> items, Action<YamlWriter, T> content) =>
        List(name, items, item => Map(writer => content(writer, item)));

    private void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        Key(name);
        _emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
        foreach (var item in items)
        {
            write(item);
        }

        _emitter.Emit(new SequenceEnd());
    }

    private void Map(Action<YamlWriter> content)
    {
        _emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
        content(this);
        _emitter.Emit(new MappingEnd());
    }

    private void Plain(string name, string value)
    {
        Key(name);
        _emitter.Emit(new Scalar(value));
    }

    private void Key(string name) => _emitter.Emit(new Scalar(name));

    private void Quoted(string value) =>
        _emitter.Emit(new Scalar(
            AnchorName.Empty, TagName.Empty, value, ScalarStyle.DoubleQuoted, isPlainImplicit: false, isQuotedImplicit: true));
}
