using System.Text;
using System.Text.Json;
using EdgeInfra.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeInfra.Edge.Control;

using Form = IReadOnlyCollection<KeyValuePair<string, string>>;

/// <summary>Reads the body of a call, form or JSON, as one form. No body is an empty form, whatever the type says.</summary>
internal static class ControlBody
{
    public const int Limit = 1024 * 1024;

    /// <summary>For a batch: a thousand items of the longest keys and values, each character escaped.</summary>
    public const int BatchLimit = 32 * 1024 * 1024;

    private const string FormType = "application/x-www-form-urlencoded", JsonType = "application/json", JsonApiType = "application/vnd.api+json";
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Form Empty = [];

    // A large body is held several times over while it is read: one at a time is, so that memory stays bounded.
    private static readonly SemaphoreSlim Large = new(1);

    public static async Task<Decided<Form>> Read(HttpRequest request, int limit, CancellationToken cancel)
    {
        if (limit <= Limit || request.ContentLength is { } length && length <= Limit)
        {
            return await ReadWhole(request, limit, cancel).ConfigureAwait(false);
        }

        await Large.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await ReadWhole(request, limit, cancel).ConfigureAwait(false);
        }
        finally
        {
            Large.Release();
        }
    }

    private static async Task<Decided<Form>> ReadWhole(HttpRequest request, int limit, CancellationToken cancel)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, cancel).ConfigureAwait(false);
        }
        catch (BadHttpRequestException error)
        {
            return error.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Refusals.BodyTooLarge(limit)
                : Refusals.BadRequest(error.Message);
        }

        return body.Length == 0 ? Of(Empty) : Parse(body.ToArray(), MediaType(request.ContentType));
    }

    private static Decided<Form> Parse(byte[] body, string type)
    {
        try
        {
            return type switch
            {
                FormType => Unambiguous(FormText.Read(StrictUtf8.GetString(body))),
                JsonType or JsonApiType => FromJson(body),
                _ => Refusals.BadRequest($"The body's Content-Type is '{type}', but must be {FormType} or {JsonType}"),
            };
        }
        catch (Exception error) when (error is DecoderFallbackException or InvalidOperationException)
        {
            return Refusals.BadRequest("The body is not valid UTF-8 text"); // the second one: half a surrogate pair in JSON
        }
        catch (JsonException error)
        {
            return Refusals.BadRequest($"The body is not valid JSON: {error.Message}");
        }
    }

    private static Decided<Form> FromJson(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind == JsonValueKind.Object
            ? Unambiguous(WireForm.FromJson(json.RootElement))
            : Refusals.BadRequest("The body must be a JSON object");
    }

    // Which one is meant, only the client knows.
    private static Decided<Form> Unambiguous(Form form) =>
        form.GroupBy(pair => pair.Key).FirstOrDefault(same => same.Skip(1).Any()) is { } twice
            ? Refusals.BadRequest($"{twice.Key} is given {twice.Count()} times: send it once")
            : Of(form);

    private static Decided<Form> Of(Form form) => new(form, null);

    private static string MediaType(string? contentType) => (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
}
