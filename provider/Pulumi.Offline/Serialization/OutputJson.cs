using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>JSON of values that contain outputs.</summary>
internal static class OutputJson
{
    public static async Task<OutputData<string>> Write<T>(Task<OutputData<T>> value, JsonSerializerOptions? options)
    {
        var data = await value.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return data.Then(new OutputData<string>([], "", false, false));
        }

        // A converter cannot wait: outputs that have not come yet are awaited between two passes.
        while (true)
        {
            var met = new OutputJsonConverter();
            var text = JsonSerializer.Serialize(data.Value, With(options, met));
            var parts = await Task.WhenAll(met.Outputs).ConfigureAwait(false);
            if (met.IsComplete)
            {
                return parts.Aggregate(data.Then(new OutputData<string>([], text, true, false)), (all, part) => part.Then(all));
            }
        }
    }

    public static async Task<OutputData<T>> Read<T>(Task<OutputData<string>> json, JsonSerializerOptions? options)
    {
        var data = await json.ConfigureAwait(false);
        var value = data.IsKnown ? JsonSerializer.Deserialize<T>(data.Value, With(options, new OutputJsonConverter())) : default;
        return data.Then(new OutputData<T>([], value!, true, false));
    }

    private static JsonSerializerOptions With(JsonSerializerOptions? options, OutputJsonConverter converter) =>
        new(options ?? JsonSerializerOptions.Default) { Converters = { converter } };
}
