using System.Collections.Concurrent;
using System.Collections.Immutable;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;

namespace EdgeInfra.Engine.Execution;

/// <summary>Takes each registration from what the program asks for to what there is.</summary>
internal sealed class Registrar(DeploymentOptions options, Journal journal, Progress progress, Lifecycle lifecycle, Constructor constructor)
    : IDisposable
{
    private readonly ConcurrentDictionary<string, Registration> _placed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Registered>>> _defaultProviders = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _slots = new(Math.Max(1, options.Parallel));
    private readonly string _stackUrn = Urn.OfStack(options.Stack, options.Project);

    public async Task<Registered> Register(Registration asked)
    {
        var resource = Place(asked);
        if (!resource.Remote && !_placed.TryAdd(resource.Urn, resource)) // A remote component is registered by its provider, once more.
        {
            return Failed(progress.Fail(resource.Urn, [$"it is registered twice: another {resource.Type} is called '{resource.Name}' as well"]));
        }

        try
        {
            if (IsLeftOut(resource))
            {
                return Skipped(resource);
            }

            resource = Anchored(resource);
            return resource.Remote ? await Construct(resource).ConfigureAwait(false) : await Run(resource).ConfigureAwait(false);
        }
        catch (StepFailedException failed)
        {
            return Failed(failed);
        }
        catch (Exception error)
        {
            return Failed(progress.Fail(resource.Urn, Problems.Of(error)));
        }
    }

    /// <summary>The reference of the provider for a function or a resource: the one named, or the default one.</summary>
    /// <exception cref="StepRefusedException">There is no default provider, or it failed.</exception>
    public async Task<ProviderReference> ProviderFor(string token, string named, string version)
    {
        if (named.Length > 0)
        {
            return ProviderReference.Parse(named) ?? throw new StepRefusedException($"'{named}' is not a provider reference (urn::id)");
        }

        var package = Urn.Package(token);
        var provider = DefaultProviders.Registration(package, version, options);
        var registered = await _defaultProviders
            .GetOrAdd(provider.Name + package, _ => new Lazy<Task<Registered>>(() => Register(provider))).Value.ConfigureAwait(false);
        return registered.State is { } state
            ? new ProviderReference(state.Urn, state.Id)
            : throw new MissingProviderException(registered.Urn);
    }

    public void Dispose() => _slots.Dispose();

    private static Registered Failed(StepFailedException failed) => new(failed.Urn, Result.Fail, null, []) { Problem = failed.Message };

    private Registered Skipped(Registration resource)
    {
        progress.Skip([resource.Urn, .. resource.Aliases]);
        if (!progress.HasFailed && options.Targets.Contains(resource.Urn) && Needs(resource).FirstOrDefault(progress.IsMissing) is { } missing)
        {
            _ = progress.Fail(resource.Urn, [$"it needs {missing}, which does not exist yet and is not among the targets; target it as well"]);
        }

        var why = progress.Stopping ? "the deployment is ending" : "something that it needs has failed";
        return new Registered(resource.Urn, Result.Skip, null, []) { Problem = $"{resource.Urn} was left out because {why}" };
    }

    private Registration Place(Registration asked)
    {
        var isRoot = asked.Type == Urn.StackType;
        var isDefault = asked.Parent.Length == 0 && Urn.IsDefaultProvider(Urn.Of("s", "p", "", asked.Type, asked.Name));
        var parent = asked.Parent.Length > 0 || isRoot || isDefault ? asked.Parent : _placed.ContainsKey(_stackUrn) ? _stackUrn : "";
        return Inheritance.Place(asked with { Parent = parent }, Parent(parent), options.Stack, options.Project);
    }

    private Registration? Parent(string urn) =>
        urn.Length == 0 ? null
        : _placed.TryGetValue(urn, out var placed) ? placed
        : journal.Remembered([urn]) is { } state ? Inheritance.Remembered(state)
        : null;

    private async Task<Registered> Run(Registration asked)
    {
        var resource = asked;
        if (resource.Custom && !Urn.IsProviderType(resource.Type) && resource.Provider.Length == 0)
        {
            resource = await WithDefaultProvider(resource).ConfigureAwait(false);
            if (resource.Provider.Length == 0)
            {
                return Skipped(resource);
            }
        }

        await _slots.WaitAsync().ConfigureAwait(false);
        try
        {
            return IsLeftOut(resource) ? Skipped(resource) : await lifecycle.Run(resource).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<Registered> Construct(Registration asked)
    {
        var resource = asked.Provider.Length > 0 ? asked : await WithDefaultProvider(asked).ConfigureAwait(false);
        return resource.Provider.Length == 0 ? Skipped(resource) : await constructor.Construct(resource).ConfigureAwait(false);
    }

    private async Task<Registration> WithDefaultProvider(Registration resource)
    {
        try
        {
            var reference = await ProviderFor(resource.Type, "", resource.Version).ConfigureAwait(false);
            var placed = resource with { Provider = reference.ToString() };
            if (!resource.Remote)
            {
                _placed[resource.Urn] = placed; // Children of this package take it over.
            }

            return placed;
        }
        catch (MissingProviderException)
        {
            return resource;
        }
    }

    // Values may mention resources of other stacks: these are no dependencies here.
    private Registration Anchored(Registration resource)
    {
        foreach (var (option, urn) in new[] { ("parent", resource.Parent), ("deletedWith", resource.DeletedWith) })
        {
            if (urn.Length > 0 && !IsKnown(urn))
            {
                throw new StepRefusedException($"its {option} {urn} is neither registered by the program nor in the state");
            }
        }

        return resource with
        {
            Dependencies = [.. resource.Dependencies.Where(IsKnown)],
            PropertyDependencies = resource.PropertyDependencies.ToImmutableSortedDictionary(
                entry => entry.Key, entry => entry.Value.Where(IsKnown).ToImmutableArray(), StringComparer.Ordinal),
        };
    }

    private bool IsKnown(string urn) => _placed.ContainsKey(urn) || journal.Remembered([urn]) is not null;

    // In a real update an unknown input means that something it comes from has failed: C# programs go on after a failure.
    private bool IsLeftOut(Registration resource) =>
        progress.Stopping
        || Needs(resource).Any(progress.IsMissing)
        || (!options.DryRun && progress.HasFailed && resource.Inputs.HasUnknown());

    private static IEnumerable<string> Needs(Registration resource) =>
        resource.Dependencies
            .Concat(resource.PropertyDependencies.Values.SelectMany(urns => urns))
            .Append(resource.Parent)
            .Append(resource.DeletedWith)
            .Append(ProviderReference.Parse(resource.Provider)?.Urn ?? "");
}
