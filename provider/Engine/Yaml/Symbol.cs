namespace EdgeInfra.Engine.Yaml;

/// <summary>What a name in a YAML program stands for once it has been evaluated.</summary>
internal abstract record Symbol
{
    private Symbol()
    {
    }

    public sealed record Value(Evaluated Of) : Symbol;

    public sealed record Resource(ResourceHandle As) : Symbol;

    /// <summary>It could not be evaluated, which has been reported.</summary>
    public sealed record Failed : Symbol;
}
