using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>The scopes of tokens and what each allows. <c>purge_all</c> does not include <c>purge_select</c>, as at Fastly.</summary>
internal static class Scopes
{
    public const string Global = "global";
    public const string GlobalRead = "global:read";
    public const string PurgeSelect = "purge_select";
    public const string PurgeAll = "purge_all";

    public static ValueList<string> All { get; } = [Global, GlobalRead, PurgeSelect, PurgeAll];

    public static bool Allow(IEnumerable<string> scopes, Right right) => right == Right.Known || scopes.Any(scope => scope switch
    {
        Global => true,
        GlobalRead => right == Right.Read,
        PurgeSelect => right == Right.PurgeSelect,
        PurgeAll => right == Right.PurgeAll,
        _ => false,
    });

    /// <summary>The scope one would ask for to have a right; null when any token will do.</summary>
    public static string? For(Right right) => right switch
    {
        Right.Read => GlobalRead,
        Right.Write => Global,
        Right.PurgeSelect => PurgeSelect,
        Right.PurgeAll => PurgeAll,
        _ => null,
    };
}
