using System.Text;

namespace EdgeInfra.Engine.Builtin;

/// <summary>Takes in one output stream of a process while it runs, and passes it on line by line.</summary>
internal sealed class OutputCollector(Stream stream, Action<string>? onLine)
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _all = new();
    private readonly StringBuilder _line = new();

    /// <summary>Reads to the end of the stream, which a daemon may keep open for ever: hence the token.</summary>
    public async Task Read(CancellationToken stop)
    {
        var buffer = new char[8192];
        using var reader = new StreamReader(stream, new UTF8Encoding(false), leaveOpen: true);
        try
        {
            while (await reader.ReadAsync(buffer, stop).ConfigureAwait(false) is > 0 and var count)
            {
                Add(buffer.AsSpan(0, count));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // What has arrived counts.
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            var text = _all.ToString();
            return text.EndsWith('\n') ? text[..^1] : text;
        }
    }

    private void Add(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            _all.Append(text);
            foreach (var letter in text)
            {
                if (letter == '\n')
                {
                    onLine?.Invoke(_line.ToString());
                    _line.Clear();
                }
                else if (onLine is not null)
                {
                    _line.Append(letter);
                }
            }
        }
    }
}
