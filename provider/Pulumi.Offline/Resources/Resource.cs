using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Something the stack consists of. Making the object registers it with the engine.</summary>
/// <remarks>The constructor returns before the engine has answered: outputs come later.</remarks>
public class Resource
{
    private readonly string _type;
    private readonly string _name;

    private protected Resource(string type, string name, bool custom, ResourceArgs? args, ResourceOptions options, bool remote)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var run = ProgramRun.Required;
        (_type, _name, IsCustom, IsRemote) = (type, name, custom, remote);
        Parent = options.Parent ?? (type == Stack.RootType ? null : run.Stack);
        Provider = options.Provider ?? (custom ? Parent?.Providers.GetValueOrDefault(PackageOf(type)) : null);
        Providers = Inherited(Parent, options);
        Parent?._children.Enqueue(this);
        run.Register(this, args ?? ResourceArgs.Empty, options);
    }

    /// <summary>A resource known by its URN only, as found in the engine's answers.</summary>
    private protected Resource(string urn)
    {
        (_type, _name) = (EdgeInfra.Protocol.Urn.Type(urn), EdgeInfra.Protocol.Urn.Name(urn));
        IsCustom = true;
        Providers = ImmutableDictionary<string, ProviderResource>.Empty;
        Urn = Output<string>.Of(new([this], urn, true, false));
    }

    private readonly ConcurrentQueue<Resource> _children = new();

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!; // Attached before the constructor returns.

    internal bool IsCustom { get; }

    internal bool IsRemote { get; }

    internal Resource? Parent { get; }

    internal ProviderResource? Provider { get; }

    /// <summary>What children get their provider from, by package.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; }

    internal IEnumerable<Resource> Children => _children;

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    internal static string PackageOf(string type) => type.Split(':')[0];

    private static ImmutableDictionary<string, ProviderResource> Inherited(Resource? parent, ResourceOptions options)
    {
        IEnumerable<ProviderResource> own = (options as ComponentResourceOptions)?.Providers ?? [];
        IEnumerable<ProviderResource> single = options.Provider is { } provider ? [provider] : [];
        var inherited = parent?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        return inherited.SetItems(own.Concat(single).Select(one => KeyValuePair.Create(one.Package, one)));
    }
}
