using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>All output properties of a resource, by the engine's names for them.</summary>
internal sealed class OutputSlots
{
    private readonly Dictionary<string, IOutputSlot> _slots = [];

    /// <summary>Gives each output property of a resource an output that will come.</summary>
    /// <exception cref="RunException">Properties are of types that outputs cannot have; all of them are named.</exception>
    public OutputSlots(Resource resource)
    {
        // A stack's own outputs are assigned by its constructor.
        var properties = resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.IsDefined(typeof(OutputAttribute)))
            .Where(property => resource is not Stack || property.DeclaringType == typeof(Resource))
            .ToList();
        Check(resource, properties);
        foreach (var property in properties)
        {
            Attach(resource, property);
        }
    }

    public IEnumerable<(string Name, IOutputSlot Slot)> Ordinary =>
        _slots.Where(slot => slot.Key is not ("urn" or "id")).Select(slot => (slot.Key, slot.Value));

    public void SetUrn(string urn) => _slots["urn"].Set(new([], urn, true, false));

    public void SetId(string id, bool isKnown) => _slots.GetValueOrDefault("id")?.Set(new([], id, isKnown, false));

    public void Fail(Exception error)
    {
        foreach (var slot in _slots.Values)
        {
            slot.Fail(error);
        }
    }

    private static void Check(Resource resource, List<PropertyInfo> properties)
    {
        var wrong = properties.Where(property => !Generics.Is(property.PropertyType, typeof(Output<>))).ToList();
        if (wrong.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong.Select(NameOf));
        }

        var problems = properties
            .SelectMany(property => OutputTypes.Problems(
                $"[Output] {resource.GetType()}.{property.Name}", property.PropertyType.GenericTypeArguments[0]))
            .ToList();
        if (problems.Count > 0)
        {
            throw new RunException(string.Join(Environment.NewLine, problems));
        }
    }

    private void Attach(Resource resource, PropertyInfo property)
    {
        var setter = property.DeclaringType?.GetProperty(property.Name)?.GetSetMethod(nonPublic: true)
            ?? throw new RunException($"[Output] {resource.GetType()}.{property.Name} has no setter; a private one will do.");
        var type = typeof(OutputSlot<>).MakeGenericType(property.PropertyType.GenericTypeArguments[0]);
        var slot = (IOutputSlot)Activator.CreateInstance(type, resource)!; // Its only constructor.
        setter.Invoke(resource, [slot.Output]);
        _slots[NameOf(property)] = slot;
    }

    private static string NameOf(PropertyInfo property) => property.GetCustomAttribute<OutputAttribute>()?.Name ?? property.Name;
}
