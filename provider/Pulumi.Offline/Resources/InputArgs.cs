using System.Reflection;

namespace Pulumi;

/// <summary>A class whose <see cref="InputAttribute"/> members are sent.</summary>
/// <remarks>Members that are null are left out.</remarks>
public abstract class InputArgs
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    protected InputArgs()
    {
    }

    /// <summary>What is to be sent, by name; also whether as JSON text.</summary>
    internal virtual IEnumerable<(string Name, object? Value, bool IsJson)> Members()
    {
        for (var type = GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            var members = type.GetProperties(Own).Select(
                property => ((MemberInfo)property, (Func<object?, object?>)property.GetValue))
                .Concat(type.GetFields(Own).Select(field => ((MemberInfo)field, (Func<object?, object?>)field.GetValue)));
            foreach (var (member, read) in members)
            {
                if (member.GetCustomAttribute<InputAttribute>() is { } input)
                {
                    var value = read(this);
                    Require(input, member, value);
                    yield return (input.Name, value, input.IsJson);
                }
            }
        }
    }

    private static void Require(InputAttribute input, MemberInfo member, object? value)
    {
        if (input.IsRequired && value is null)
        {
            throw new ArgumentNullException(
                member.Name, $"{member.DeclaringType}: '{input.Name}' is required, but has no value.");
        }
    }
}
