using System.Reflection;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Pulumi.Serialization;

/// <summary>Makes objects of the resources that outputs refer to.</summary>
internal static class References
{
    /// <summary>An object of the class that stands for the resource's type; a bare one when no class does.</summary>
    /// <returns>Null when the object would not be of the target type.</returns>
    public static object? Resolve(V.ResourceReference reference, Type target)
    {
        var bare = new DependencyResource(reference.Urn);
        var token = bare.GetResourceType();
        var resource = Class(token) is { } type ? Make(type, reference.Urn, bare.GetResourceName()) : bare;
        return target.IsInstanceOfType(resource) ? resource : null;
    }

    private static Type? Class(string token) => AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => !assembly.IsDynamic && assembly.GetReferencedAssemblies().Any(IsPulumi))
        .SelectMany(assembly => assembly.GetTypes())
        .FirstOrDefault(type => type.GetCustomAttribute<ResourceTypeAttribute>(inherit: false)?.Type == token);

    private static bool IsPulumi(AssemblyName name) => name.Name == typeof(References).Assembly.GetName().Name;

    private static object Make(Type type, string urn, string name)
    {
        foreach (var constructor in type.GetConstructors())
        {
            if (constructor.GetParameters() is [{ } first, _, { } last] && first.ParameterType == typeof(string)
                && last.ParameterType.IsAssignableTo(typeof(ResourceOptions)))
            {
                var options = (ResourceOptions)Activator.CreateInstance(last.ParameterType)!; // Both kinds have one.
                options.Urn = urn;
                return constructor.Invoke([name, null, options]);
            }
        }

        throw new InvalidOperationException($"{type} has no constructor (string name, args, options), by which references are read.");
    }
}
