namespace EdgeInfra.Model.Vcl;

/// <summary>A function: what it takes, and how a call of it is compiled.</summary>
/// <param name="Required">How many of the parameters must be given.</param>
internal sealed record Function(VclType[] Takes, int Required, Func<Arguments, Code> Build)
{
    public string Signature(string name) => $"{name}({string.Join(", ", Takes.Select(
        (type, at) => at < Required ? Values.Name(type) : $"[{Values.Name(type)}]"))})";
}
