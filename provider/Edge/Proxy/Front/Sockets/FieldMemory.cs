using System.Text;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>
/// Makes texts of a connection's header lines. A client says much the same in each request: what the one before had in the same line is the
/// same text, and nothing new is made of it.
/// </summary>
internal sealed class FieldMemory
{
    private const int Lines = 16;
    private const int Longest = 160; // an idle connection is not to keep more

    private readonly HeaderLine[] _before = new HeaderLine[Lines];

    public HeaderLine Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, int line)
    {
        if (line >= Lines || name.Length + value.Length > Longest)
        {
            return new HeaderLine(KnownNames.Read(name), Encoding.Latin1.GetString(value));
        }

        ref var before = ref _before[line];
        var sameName = before.Name is { } was && Ascii.Equals(name, was);
        if (!sameName || !Ascii.Equals(value, before.Value))
        {
            before = new HeaderLine(sameName ? before.Name : KnownNames.Read(name), Encoding.Latin1.GetString(value));
        }

        return before;
    }
}
