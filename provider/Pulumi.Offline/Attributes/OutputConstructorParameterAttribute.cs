namespace Pulumi;

/// <summary>Gives the property's name where the parameter cannot be called so.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    public string Name => name;
}
