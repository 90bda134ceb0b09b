namespace EdgeInfra;

public partial class Healthcheck : IDeclaration
{
    /// <inheritdoc />
    public void AddTo(ServiceVersionArgs version)
    {
        ArgumentNullException.ThrowIfNull(version);
        version.Healthchecks.Add(Definition);
    }
}
