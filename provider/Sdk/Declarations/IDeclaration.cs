namespace EdgeInfra;

/// <summary>Something a version is made of: pass it to <see cref="ServiceVersionArgs.With"/>, or it never goes live.</summary>
public interface IDeclaration
{
    /// <summary>Lists what it declares in a version's arguments.</summary>
    void AddTo(ServiceVersionArgs version);
}
