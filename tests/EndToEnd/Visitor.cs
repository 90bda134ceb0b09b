using System.Collections.Concurrent;
using System.Net.Sockets;

namespace EndToEnd;

/// <summary>Somebody who looks at one page, once or all the time.</summary>
internal sealed class Visitor(string url) : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly CancellationTokenSource _enough = new();
    private readonly ConcurrentQueue<string> _failures = [];
    private Task _visits = Task.CompletedTask;

    public Task<string> Page() => _http.GetStringAsync(new Uri(url));

    public async Task<int> Status()
    {
        using var response = await _http.GetAsync(new Uri(url));
        return (int)response.StatusCode;
    }

    /// <summary>Requests the page in a loop until <see cref="Failures"/> is asked for.</summary>
    public void Begin() => _visits = Task.Run(async () =>
    {
        while (!_enough.IsCancellationRequested)
        {
            try
            {
                var status = await Status();
                if (status != 200)
                {
                    _failures.Enqueue($"status {status}");
                }
            }
            catch (Exception refused) when (refused is HttpRequestException or IOException or SocketException)
            {
                _failures.Enqueue(refused.Message);
            }
        }
    });

    /// <summary>Every request of the loop that was not answered with 200.</summary>
    public async Task<IReadOnlyCollection<string>> Failures()
    {
        await _enough.CancelAsync();
        await _visits;
        return _failures;
    }

    public void Dispose()
    {
        _http.Dispose();
        _enough.Dispose();
    }
}
