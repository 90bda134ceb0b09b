namespace EdgeInfra.Protocol;

/// <summary>The names of resources: <c>urn:pulumi:stack::project::parent$type::name</c>.</summary>
/// <remarks>The name is everything after the fourth <c>::</c> and may contain anything, even more of them.</remarks>
public static class Urn
{
    public const string StackType = "pulumi:pulumi:Stack";

    private const string ProviderPrefix = "pulumi:providers:";

    /// <summary>A resource's URN; a parent that is the stack itself leaves no trace in it.</summary>
    public static string Of(string stack, string project, string parent, string type, string name)
    {
        var above = parent.Length == 0 ? "" : QualifiedType(parent);
        var qualified = above.Length == 0 || above == StackType ? type : $"{above}${type}";
        return $"urn:pulumi:{stack}::{project}::{qualified}::{name}";
    }

    public static string OfStack(string stack, string project) => Of(stack, project, "", StackType, $"{project}-{stack}");

    public static string Stack(string urn) => Part(urn, 0) is var first && first.StartsWith("urn:pulumi:", StringComparison.Ordinal)
        ? first["urn:pulumi:".Length..]
        : first;

    public static string Project(string urn) => Part(urn, 1);

    public static string QualifiedType(string urn) => Part(urn, 2);

    public static string Name(string urn) => Part(urn, 3);

    public static string Type(string urn)
    {
        var qualified = QualifiedType(urn);
        return qualified[(qualified.LastIndexOf('$') + 1)..];
    }

    public static bool IsProviderType(string type) => type.StartsWith(ProviderPrefix, StringComparison.Ordinal);

    public static string ProviderType(string package) => ProviderPrefix + package;

    /// <summary>The package that a type or function token belongs to; of a provider's type, the package it provides.</summary>
    public static string Package(string token) => IsProviderType(token)
        ? token[ProviderPrefix.Length..]
        : token.Split(':', 2)[0];

    /// <summary>Default providers are made by the engine, not asked for by the program.</summary>
    public static bool IsDefaultProvider(string urn) =>
        IsProviderType(QualifiedType(urn)) && (Name(urn) is "default" || Name(urn).StartsWith("default_", StringComparison.Ordinal));

    private static string Part(string urn, int index)
    {
        var parts = urn.Split("::", 4);
        return index < parts.Length ? parts[index] : "";
    }
}
