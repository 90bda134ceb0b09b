using EdgeInfra.Engine.Plugins;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Execution;

/// <summary>What to tell the user about something that went wrong: every reason on its own.</summary>
internal static class Problems
{
    public static IReadOnlyList<string> Of(Exception error) => error switch
    {
        StepRefusedException refused => refused.Reasons,
        RpcException rpc => Of(rpc),
        PluginNotFoundException or FormatException => [error.Message],
        _ => [$"{error.GetType().Name}: {error.Message}"],
    };

    public static string Of(CheckFailure failure) => About(failure.Property, failure.Reason);

    /// <summary>Whether nobody can say what the failed call has done: the operation stays pending in the state.</summary>
    public static bool LeavesDoubt(Exception error) => error switch
    {
        RpcException { Status: RpcStatus.Unknown or RpcStatus.Internal or RpcStatus.DataLoss } rpc =>
            rpc.Detail<ErrorResourceInitFailed>() is null,
        RpcException or StepRefusedException => false,
        _ => true,
    };

    private static string[] Of(RpcException rpc)
    {
        if (rpc.Detail<InputPropertiesError>() is { Errors.Count: > 0 } inputs)
        {
            return [.. inputs.Errors.Select(error => About(error.PropertyPath, error.Reason))];
        }

        if (rpc.Detail<ConfigureErrorMissingKeys>() is { MissingKeys.Count: > 0 } missing)
        {
            return [.. missing.MissingKeys.Select(key => $"the provider needs configuration \"{key.Name}\": {key.Description}")];
        }

        return rpc.Detail<ErrorResourceInitFailed>() is { Reasons.Count: > 0 } initialising
            ? [.. initialising.Reasons]
            : [rpc.Message];
    }

    // A reason that begins with the property's name needs no other introduction.
    private static string About(string property, string reason)
    {
        var top = property.Split('.', '[')[0];
        var named = reason.StartsWith(top, StringComparison.Ordinal) && (reason.Length == top.Length || !char.IsLetterOrDigit(reason[top.Length]));
        return named ? reason : $"property \"{property}\": {reason}";
    }
}
