namespace EdgeInfra;

public partial class S3CompatibleOrigin : IDeclaration
{
    /// <inheritdoc />
    public void AddTo(ServiceVersionArgs version) => Origins.Add(version, Definition, Credentials);
}
