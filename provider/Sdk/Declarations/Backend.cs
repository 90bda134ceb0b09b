namespace EdgeInfra;

public partial class Backend : IDeclaration
{
    /// <inheritdoc />
    public void AddTo(ServiceVersionArgs version)
    {
        ArgumentNullException.ThrowIfNull(version);
        version.Backends.Add(Definition);
        version.Credentials.Add(Credentials);
    }
}
