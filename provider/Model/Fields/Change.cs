namespace EdgeInfra.Model;

/// <summary>
/// One field that differs between two records. The values of a secret field are here in full: look at
/// <see cref="Secret"/> before showing them.
/// </summary>
public sealed record Change(string Property, object? Before, object? After, bool Replaces, bool Secret)
{
    public override string ToString() =>
        Secret ? $"{Property}: [secret] => [secret]" : $"{Property}: {Show(Before)} => {Show(After)}";

    private static string Show(object? value) => value switch
    {
        null => "(unset)",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => value.ToString()!,
    };
}
