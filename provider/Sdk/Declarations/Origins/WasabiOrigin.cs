namespace EdgeInfra;

public partial class WasabiOrigin : IDeclaration
{
    /// <inheritdoc />
    public void AddTo(ServiceVersionArgs version) => Origins.Add(version, Definition, Credentials);
}
