namespace EdgeInfra.Engine.Yaml;

/// <summary>One thing that is wrong with a YAML program, and where. Prints in the form that editors jump to.</summary>
internal sealed record YamlProblem(string File, SourceSpot At, string Message)
{
    public override string ToString() => $"{File}:{At.Line}:{At.Column}: {Message}";
}
