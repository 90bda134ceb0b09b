namespace EdgeInfra.Model.Vcl;

/// <summary>Code that yields a value other than a text.</summary>
internal sealed class Code<T>(VclType type, Get<T> read, Func<T, string?> write) : Code(type)
{
    public Get<T> Read { get; } = read;

    public override Get<string?> Text => frame => write(Read(frame));
}
