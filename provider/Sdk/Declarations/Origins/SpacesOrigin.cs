namespace EdgeInfra;

public partial class SpacesOrigin : IDeclaration
{
    /// <inheritdoc />
    public void AddTo(ServiceVersionArgs version) => Origins.Add(version, Definition, Credentials);
}
