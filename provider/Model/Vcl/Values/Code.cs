namespace EdgeInfra.Model.Vcl;

/// <summary>A compiled part of an expression.</summary>
internal abstract class Code(VclType type)
{
    public VclType Type { get; } = type;

    /// <summary>The literal behind it, if it is one: VCL converts literals to nothing.</summary>
    public Node.Literal? Literal { get; init; }

    /// <summary>The value as a text, as VCL writes it.</summary>
    public abstract Get<string?> Text { get; }

    /// <summary>Only for a code whose type was asked before.</summary>
    public Get<T> As<T>() => ((Code<T>)this).Read;
}
