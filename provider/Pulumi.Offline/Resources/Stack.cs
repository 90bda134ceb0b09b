using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>The root of all resources. Derive from it to declare a stack as a class with <c>[Output]</c> properties.</summary>
/// <remarks>Only <see cref="Deployment"/> may make one, and only one.</remarks>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(RootType, ProgramRun.Required.Settings.RootName, new ComponentResourceOptions()) =>
        ProgramRun.Required.Stack = this;

    /// <summary>A stack whose resources are made, and whose outputs are returned, by a function.</summary>
    internal Stack(Func<Task<IDictionary<string, object?>>> program)
        : this(default(StackOptions)) => Publish(Output.Create(program()));

    internal Output<IDictionary<string, object?>> Outputs { get; private set; } =
        Output.Create<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);

    /// <summary>Takes the outputs from the derived class's properties, once its constructor has run.</summary>
    internal void PublishProperties()
    {
        var outputs = GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.IsDefined(typeof(OutputAttribute)))
            .ToDictionary(
                property => property.GetCustomAttribute<OutputAttribute>()!.Name ?? property.Name, // Filtered above.
                property => property.GetValue(this));
        var missing = outputs.Where(output => output.Value is null).Select(output => output.Key).ToList();
        if (missing.Count > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", missing)}' have no value assigned. "
                + "[Output] properties of a stack must be assigned in its constructor.");
        }

        Publish(Output.Create<IDictionary<string, object?>>(outputs));
    }

    private void Publish(Output<IDictionary<string, object?>> outputs)
    {
        Outputs = outputs;
        RegisterOutputs(outputs);
    }
}
