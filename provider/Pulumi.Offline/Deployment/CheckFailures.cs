using EdgeInfra.Protocol.Rpc;

namespace Pulumi;

/// <summary>What a provider found wrong with the arguments of a call.</summary>
internal static class CheckFailures
{
    /// <exception cref="RunException">There are failures; all of them are named.</exception>
    public static void Refuse(string token, IReadOnlyCollection<CheckFailure> failures)
    {
        if (failures.Count > 0)
        {
            throw new RunException($"{token} failed: " + string.Join(
                "; ", failures.Select(one => one.Property.Length == 0 ? one.Reason : $"{one.Property}: {one.Reason}")));
        }
    }
}
