using System.Collections.Concurrent;
using EdgeInfra.Protocol.Rpc;

namespace Pulumi.Testing;

/// <summary>Keeps the errors that a program under test reports.</summary>
internal sealed class MockEngine : IEngine
{
    private readonly ConcurrentQueue<string> _errors = new();

    public IReadOnlyCollection<string> Errors => _errors;

    public Task Log(LogRequest message)
    {
        if (message.Severity == LogSeverity.Error)
        {
            _errors.Enqueue(message.Message);
        }

        return Task.CompletedTask;
    }

    public Task RequireVersion(string range) => Task.CompletedTask;
}
