using EdgeInfra.Edge.Control;

namespace EdgeInfra.Edge.Commands;

/// <summary>Where commands write: results to the first writer, and what people should know to the second.</summary>
internal sealed record CommandConsole(TextWriter Out, TextWriter Error, TimeProvider Time)
{
    public void Print(string line)
    {
        Out.WriteLine(line);
        Out.Flush();
    }

    public void Complain(string message) => Error.WriteLine(message);

    public void Log(string message) => Error.WriteLine($"{Timestamp.Write(Time.GetUtcNow())} {message}");
}
