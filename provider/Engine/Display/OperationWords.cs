using EdgeInfra.Engine.Planning;

namespace EdgeInfra.Engine.Display;

/// <summary>How operations are called: Pulumi's symbols and names.</summary>
internal static class OperationWords
{
    public static string Symbol(this Operation operation) => operation switch
    {
        Operation.Create => "+",
        Operation.Delete => "-",
        Operation.Update or Operation.Refresh => "~",
        Operation.Replace => "+-",
        Operation.CreateReplacement => "++",
        Operation.DeleteReplaced => "--",
        Operation.Read => ">",
        Operation.ReadReplacement => ">>",
        Operation.Import => "=",
        Operation.ImportReplacement => "=>",
        Operation.Discard => "<",
        Operation.DiscardReplaced => "<<",
        _ => "",
    };

    /// <summary>As in event logs and JSON: <c>create-replacement</c>.</summary>
    public static string Name(this Operation operation) => string.Concat(operation.ToString().Select(
        (letter, i) => char.IsUpper(letter) && i > 0
            ? "-" + char.ToLowerInvariant(letter)
            : char.ToLowerInvariant(letter).ToString()));

    public static string Doing(this Operation operation) => operation switch
    {
        Operation.Create or Operation.CreateReplacement => "creating",
        Operation.Update => "updating",
        Operation.Delete or Operation.DeleteReplaced => "deleting",
        Operation.Replace => "replacing",
        Operation.Read or Operation.ReadReplacement => "reading",
        Operation.Refresh => "refreshing",
        Operation.Import or Operation.ImportReplacement => "importing",
        Operation.Discard or Operation.DiscardReplaced => "discarding",
        _ => "checking",
    };

    public static string Done(this Operation operation) => operation switch
    {
        Operation.Same => "unchanged",
        Operation.Create or Operation.CreateReplacement => "created",
        Operation.Update => "updated",
        Operation.Delete or Operation.DeleteReplaced => "deleted",
        Operation.Replace => "replaced",
        Operation.Read or Operation.ReadReplacement => "read",
        Operation.Refresh => "refreshed",
        Operation.Import or Operation.ImportReplacement => "imported",
        Operation.Discard or Operation.DiscardReplaced => "discarded",
        _ => "done",
    };

    public static string Planned(this Operation operation) =>
        operation is Operation.Same ? "unchanged" : "to " + operation.Name();

    public static Tone Tone(this Operation operation) => operation switch
    {
        Operation.Create or Operation.CreateReplacement or Operation.Import or Operation.ImportReplacement => Display.Tone.Added,
        Operation.Update or Operation.Refresh or Operation.Replace => Display.Tone.Changed,
        Operation.Delete or Operation.DeleteReplaced or Operation.Discard or Operation.DiscardReplaced => Display.Tone.Removed,
        _ => Display.Tone.Plain,
    };

    public static bool IsReplacement(this Operation operation) => operation is Operation.Replace or Operation.CreateReplacement
        or Operation.DeleteReplaced or Operation.ImportReplacement or Operation.ReadReplacement;
}
