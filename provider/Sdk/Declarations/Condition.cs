namespace EdgeInfra;

public partial class Condition : IDeclaration
{
    /// <inheritdoc />
    public void AddTo(ServiceVersionArgs version)
    {
        ArgumentNullException.ThrowIfNull(version);
        version.Conditions.Add(Definition);
    }
}
