namespace EdgeInfra.Plugin;

/// <summary>What engines write on a plugin's command line.</summary>
internal static class PluginArguments
{
    /// <summary>
    /// The engine's address: the last argument that is no option and no option's value; null for a plugin started by hand.
    /// </summary>
    public static string? EngineAddress(IReadOnlyList<string> args)
    {
        string? address = null;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--tracing" or "-tracing" or "-v" or "--v")
            {
                i++; // its value
            }
            else if (args[i].Length > 0 && !args[i].StartsWith('-'))
            {
                address = args[i];
            }
        }

        return address;
    }
}
