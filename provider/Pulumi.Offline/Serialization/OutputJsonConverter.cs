using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>
/// Writes outputs and inputs as their values and notes which ones it met; those still to come are written as null.
/// </summary>
internal sealed class OutputJsonConverter : JsonConverterFactory
{
    private readonly List<Task<OutputData<object?>>> _outputs = [];

    public IReadOnlyCollection<Task<OutputData<object?>>> Outputs => _outputs;

    /// <summary>Whether the values of all outputs were there when they were written.</summary>
    public bool IsComplete { get; private set; } = true;

    public override bool CanConvert(Type typeToConvert) =>
        Generics.Is(typeToConvert, typeof(Output<>)) || typeToConvert.IsAssignableTo(typeof(IInput));

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var content = typeToConvert;
        while (!Generics.Is(content, typeof(Output<>)) && !Generics.Is(content, typeof(Input<>)))
        {
            content = content.BaseType!; // Every input ends at Input<T>.
        }

        var type = typeof(Of<,>).MakeGenericType(typeToConvert, content.GenericTypeArguments[0]);
        return (JsonConverter?)Activator.CreateInstance(type, this);
    }

    private OutputData<object?>? Meet(object value)
    {
        var data = (value as IOutput ?? ((IInput)value).Flat).GetData();
        _outputs.Add(data);
        IsComplete &= data.IsCompleted;
        return data.IsCompletedSuccessfully ? data.Result : null;
    }

    private sealed class Of<TWrapper, T>(OutputJsonConverter owner) : JsonConverter<TWrapper>
        where TWrapper : class
    {
        public override TWrapper? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var output = Output.Create(JsonSerializer.Deserialize<T>(ref reader, options)!);
            return output as TWrapper ?? ((Input<T>)output) as TWrapper
                ?? throw new JsonException($"{typeToConvert} cannot be read from JSON; Output<{typeof(T).Name}> can.");
        }

        public override void Write(Utf8JsonWriter writer, TWrapper value, JsonSerializerOptions options)
        {
            if (owner.Meet(value) is { IsKnown: true } data)
            {
                JsonSerializer.Serialize(writer, data.Value, typeof(T), options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
