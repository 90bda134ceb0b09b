using System.Net;

namespace EdgeInfra.Model.Vcl;

/// <summary>Finds ACLs and tables by the names expressions use.</summary>
internal static class Lookups
{
    public static bool IsDeclared(VclEnvironment environment, string name) =>
        environment.Acls?.ContainsKey(name) ?? !name.Contains('.', StringComparison.Ordinal);

    public static IAcl? Find(Binder binder, Node.Name name) =>
        Find(binder, name, "ACL", binder.Environment.Acls, Nothing.Instance);

    public static ITable? FindTable(Binder binder, Node.Name name) =>
        Find(binder, name, "table", binder.Environment.Tables, Nothing.Instance);

    public static Get<bool> Test(Code address, IAcl acl)
    {
        var read = address.As<IPAddress?>();
        return frame => read(frame) is { } value && acl.Contains(value);
    }

    private static T? Find<T>(Binder binder, Node.Name name, string kind, IReadOnlyDictionary<string, T>? known, T any)
        where T : class
    {
        if (known is null || known.TryGetValue(name.Value, out any!))
        {
            return any;
        }

        var there = known.Count == 0 ? " It has none." : Nearest.Hint(name.Value, known.Keys) is { Length: > 0 } hint ? hint
            : $" There are {string.Join(", ", known.Keys)}.";
        binder.Refuse(name.At, $"this version has no {kind} \"{name.Value}\".{there}");
        return null;
    }

    // Stands for names that are not looked up because the expression is only checked.
    private sealed class Nothing : IAcl, ITable
    {
        public static Nothing Instance { get; } = new();

        public bool Contains(IPAddress address) => false;

        public string? Find(string key) => null;
    }
}
