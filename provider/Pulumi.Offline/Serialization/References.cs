using System.Collections.Concurrent;
using System.Reflection;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Pulumi.Serialization;

/// <summary>Makes objects of the resources that outputs refer to; one object for each.</summary>
internal sealed class References
{
    private readonly ConcurrentDictionary<string, Lazy<Resource>> _resources = new();

    /// <summary>An object of the class that stands for the resource's type; a bare one when no class does.</summary>
    /// <returns>Null when the object would not be of the target type.</returns>
    public object? Resolve(V.ResourceReference reference, Type target)
    {
        var resource = _resources.GetOrAdd(reference.Urn, urn => new Lazy<Resource>(() => Make(urn))).Value;
        return target.IsInstanceOfType(resource) ? resource : null;
    }

    private static Resource Make(string urn)
    {
        var bare = new DependencyResource(urn);
        return Class(bare.GetResourceType()) is { } type ? Make(type, urn, bare.GetResourceName()) : bare;
    }

    private static Type? Class(string token) => AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => !assembly.IsDynamic && KnowsPulumi(assembly))
        .SelectMany(assembly => assembly.GetTypes())
        .FirstOrDefault(type => type.GetCustomAttribute<ResourceTypeAttribute>(inherit: false)?.Type == token);

    private static bool KnowsPulumi(Assembly assembly)
    {
        var own = typeof(References).Assembly;
        return assembly == own || assembly.GetReferencedAssemblies().Any(name => name.Name == own.GetName().Name);
    }

    private static Resource Make(Type type, string urn, string name)
    {
        foreach (var constructor in type.GetConstructors())
        {
            if (constructor.GetParameters() is [{ } first, _, { } last] && first.ParameterType == typeof(string)
                && last.ParameterType.IsAssignableTo(typeof(ResourceOptions)))
            {
                var options = (ResourceOptions)Activator.CreateInstance(last.ParameterType)!; // Both kinds have one.
                options.Urn = urn;
                return (Resource)constructor.Invoke([name, null, options]);
            }
        }

        throw new RunException($"{type} has no constructor (string name, args, options), which references to it need.");
    }
}
