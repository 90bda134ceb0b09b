using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kit;

/// <summary>The control API as curl would use it.</summary>
public sealed class ControlClient(string address, string token) : IDisposable
{
    private readonly HttpClient _http =
        new() { BaseAddress = new Uri(address), DefaultRequestHeaders = { { "Fastly-Key", token } } };

    public Task<JsonNode> Get(string path) => Send(HttpMethod.Get, path);

    public Task<JsonNode> Post(string path, params (string Name, string Value)[] form) => Send(HttpMethod.Post, path, form);

    public Task<JsonNode> Put(string path, params (string Name, string Value)[] form) => Send(HttpMethod.Put, path, form);

    public Task<JsonNode> Delete(string path) => Send(HttpMethod.Delete, path);

    /// <summary>The number of the active version, or null.</summary>
    public async Task<int?> Active(string service) => (await Get($"/service/{service}/version")).AsArray()
        .Where(version => version!["active"]!.GetValue<bool>())
        .Select(version => (int?)version!["number"]!.GetValue<int>()).SingleOrDefault();

    /// <summary>A service with one domain and one backend, active as version 1.</summary>
    /// <param name="backend">Fields of the backend besides its name and place.</param>
    public async Task<string> Serve(string domain, int port, params (string Name, string Value)[] backend)
    {
        var service = (await Post("/service", ("name", domain)))["id"]!.GetValue<string>();
        await Post($"/service/{service}/version/1/domain", ("name", domain));
        await Post(
            $"/service/{service}/version/1/backend", [("name", "origin"), ("address", "127.0.0.1"), ("port", Text(port)), .. backend]);
        await Put($"/service/{service}/version/1/activate");
        return service;
    }

    /// <summary>A draft of the active version that fetches from another port; its number.</summary>
    public async Task<int> Draft(string service, int port)
    {
        var number = (await Put($"/service/{service}/version/{Text((await Active(service))!.Value)}/clone"))["number"]!.GetValue<int>();
        await Put($"/service/{service}/version/{Text(number)}/backend/origin", ("port", Text(port)));
        return number;
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> Send(HttpMethod method, string path, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(method, path);
        if (form.Length > 0)
        {
            request.Content = new FormUrlEncodedContent(form.ToDictionary(field => field.Name, field => field.Value));
        }

        using var response = await _http.SendAsync(request);
        return response.IsSuccessStatusCode
            ? (await response.Content.ReadFromJsonAsync<JsonNode>())!
            : throw new InvalidOperationException(
                $"{method} {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
