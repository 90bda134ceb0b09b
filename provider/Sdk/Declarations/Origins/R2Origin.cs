namespace EdgeInfra;

public partial class R2Origin : IDeclaration
{
    /// <inheritdoc />
    public void AddTo(ServiceVersionArgs version) => Origins.Add(version, Definition, Credentials);
}
