namespace EdgeInfra;

public partial class B2Origin : IDeclaration
{
    /// <inheritdoc />
    public void AddTo(ServiceVersionArgs version) => Origins.Add(version, Definition, Credentials);
}
