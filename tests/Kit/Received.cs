using System.Text;

namespace Kit;

/// <summary>What has come over a connection and was not looked at yet, byte for byte (as Latin-1).</summary>
internal sealed class Received(Stream stream)
{
    private readonly StringBuilder _text = new();
    private readonly byte[] _buffer = new byte[4 * 1024];

    public int Length => _text.Length;

    /// <summary>Everything up to and with the given text; null when the connection ends before, and what came stays.</summary>
    public async Task<string?> Until(string text)
    {
        int at;
        while ((at = _text.ToString().IndexOf(text, StringComparison.Ordinal)) < 0)
        {
            if (!await More())
            {
                return null;
            }
        }

        return Take(at + text.Length);
    }

    /// <summary>That many bytes, or fewer when the connection ends before.</summary>
    public async Task<string> Bytes(int count)
    {
        while (_text.Length < count && await More())
        {
        }

        return Take(Math.Min(count, _text.Length));
    }

    public async Task<string> ToEnd()
    {
        while (await More())
        {
        }

        return Rest();
    }

    public string Rest() => Take(_text.Length);

    private async Task<bool> More()
    {
        try
        {
            var count = await stream.ReadAsync(_buffer);
            _text.Append(Encoding.Latin1.GetString(_buffer, 0, count));
            return count > 0;
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            return false; // reset by the other side, or closed by this one
        }
    }

    private string Take(int count)
    {
        var taken = _text.ToString(0, count);
        _text.Remove(0, count);
        return taken;
    }
}
