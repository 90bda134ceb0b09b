namespace EdgeInfra;

public sealed partial class ServiceVersionArgs
{
    /// <summary>Adds what the resources declare. What a backend refers to by a definition comes with it by itself.</summary>
    public ServiceVersionArgs With(params IEnumerable<IDeclaration> declarations)
    {
        ArgumentNullException.ThrowIfNull(declarations);
        foreach (var declaration in declarations)
        {
            declaration.AddTo(this);
        }

        return this;
    }
}
