using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Makes outputs and combines them.</summary>
/// <remarks>What is combined is unknown as soon as one part is, and secret as soon as one part is.</remarks>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => Output<T>.Of(new([], value, true, false));

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => Output<T>.Of(new([], value, true, true));

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.Later(value, isSecret: true);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.With(data => data with { IsSecret = true });
    }

    public static Output<T> Unsecret<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.With(data => data with { IsSecret = false });
    }

    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.Data.ConfigureAwait(false)).IsSecret;
    }

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) =>
        new(Gather([.. inputs.Select(input => (Output<T>)input)]));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => new(Gather([.. outputs]));

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => new(Gather([.. outputs]));

    /// <summary>An interpolated string whose holes may be inputs and outputs.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        ArgumentNullException.ThrowIfNull(formattableString);
        var holes = formattableString.GetArguments().Select(Untyped);
        return All(holes).Apply(values => string.Format(CultureInfo.CurrentCulture, formattableString.Format, [.. values]));
    }

    /// <summary>JSON of a value, which may contain outputs itself.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(OutputJson.Write(value.Data, options));
    }

    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new(OutputJson.Read<T>(json.Data, options));
    }

    internal static Output<object?> Untyped(object? value) => value switch
    {
        IInput input => Untyped(input.Flat),
        IOutput output => new(output.GetData()),
        _ => Create(value),
    };

    private static async Task<OutputData<ImmutableArray<T>>> Gather<T>(ImmutableArray<Output<T>> outputs)
    {
        var all = new OutputData<ImmutableArray<T>>([], [], true, false);
        var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
        foreach (var output in outputs)
        {
            var data = await output.Data.ConfigureAwait(false);
            values.Add(data.Value);
            all = data.Then(all);
        }

        return all with { Value = values.MoveToImmutable() };
    }
}
