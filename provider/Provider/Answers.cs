using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;

namespace EdgeInfra.Plugin;

/// <summary>Outcomes as the messages an engine reads.</summary>
internal static class Answers
{
    public static CheckResponse Of(CheckOutcome outcome) => new()
    {
        Inputs = ValueCodec.ToStruct(outcome.Inputs),
        Failures = { outcome.Failures.Select(failure => new CheckFailure { Property = failure.Property, Reason = failure.Reason }) },
    };

    /// <summary>An empty answer says that the resource is gone.</summary>
    public static ReadResponse Of(LiveResource? live) => live is null ? new() : new()
    {
        Id = live.Id,
        Properties = ValueCodec.ToStruct(live.Outputs),
        Inputs = ValueCodec.ToStruct(live.Inputs),
    };
}
