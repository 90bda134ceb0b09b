namespace EdgeInfra.Model.Vcl;

/// <summary>
/// A compiled expression, ready to be evaluated from any thread. A null text is one that is not set, which is not the empty
/// one.
/// </summary>
public sealed class VclExpression<T>
{
    private readonly Get<T> _read;

    internal VclExpression(string canonical, Get<T> read, bool usesCaptures) =>
        (Canonical, _read, UsesCaptures) = (canonical, read, usesCaptures);

    /// <summary>The expression in one line and one form.</summary>
    public string Canonical { get; }

    /// <summary>Whether the frame must hold <see cref="VclFrame.Captures"/>.</summary>
    public bool UsesCaptures { get; }

    public T Evaluate(VclFrame frame) => _read(frame);
}
