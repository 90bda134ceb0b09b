using System.Collections.Immutable;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using TriggerKind = Google.Protobuf.WellKnownTypes.Value.KindOneofCase;

namespace EdgeInfra.Engine.Programs;

/// <summary>What a program says, as a registration. Options that this engine can't honour are refused, never ignored.</summary>
internal static class RegistrationReader
{
    /// <param name="root">The project's folder: source positions within it are remembered relative to it.</param>
    public static Registration Read(RegisterResourceRequest request, string root)
    {
        var refused = Unsupported(request).ToArray();
        if (refused.Length > 0)
        {
            throw new RpcException(
                RpcStatus.Unimplemented, $"{request.Type} '{request.Name}': not supported by this engine: {string.Join(", ", refused)}");
        }

        var raw = ValueCodec.FromStruct(request.Object);
        var isProvider = Urn.IsProviderType(request.Type);
        var inputs = request.Remote ? raw : raw.WithoutOutputs();
        var dependencies = request.Dependencies.Concat(raw.Values.SelectMany(Values.Dependencies)).Distinct().ToImmutableArray();
        return new Registration
        {
            Type = TypeToken(request.Type, request.Custom || request.Remote),
            Name = request.Name,
            Custom = request.Custom,
            Remote = request.Remote,
            Inputs = isProvider && request.Version.Length > 0 ? inputs.With("version", request.Version) : inputs,
            Parent = request.Parent,
            Provider = request.Provider,
            Providers = request.Providers.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Version = request.Version,
            Dependencies = dependencies,
            PropertyDependencies = PropertyDependencies(request, raw, dependencies),
            Protect = request.HasProtect ? request.Protect : null,
            RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : null,
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace ? request.DeleteBeforeReplace : null,
            DeletedWith = request.DeletedWith,
            ImportId = request.ImportId,
            IgnoreChanges = [.. request.IgnoreChanges],
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            AliasSpecs = [.. request.AliasURNs.Select(urn => new AliasSpec(urn)), .. request.Aliases.Select(ReadAlias)],
            Timeouts = ReadTimeouts(request.CustomTimeouts),
            SourcePosition = Position(request.SourcePosition, root),
        };
    }

    public static Registration Read(ReadResourceRequest request, string root)
    {
        if (Urn.Package(request.Type) == "pulumi")
        {
            throw new RpcException(
                RpcStatus.Unimplemented, $"{request.Type} is not supported by this engine; pass the values by configuration instead");
        }

        var raw = ValueCodec.FromStruct(request.Properties);
        return new Registration
        {
            Type = TypeToken(request.Type, true),
            Name = request.Name,
            Custom = true,
            ReadId = Signatures.IsUnknown(request.Id) ? "" : request.Id,
            Inputs = raw.WithoutOutputs(),
            Parent = request.Parent,
            Provider = request.Provider,
            Version = request.Version,
            Dependencies = [.. request.Dependencies.Concat(raw.Values.SelectMany(Values.Dependencies)).Distinct()],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            SourcePosition = Position(request.SourcePosition, root),
        };
    }

    private static IEnumerable<string> Unsupported(RegisterResourceRequest request)
    {
        if (request.Transforms.Count > 0)
        {
            yield return "transforms";
        }

        if (request.Hooks is { } hooks && hooks.CalculateSize() > 0) // The C# SDK sends the message empty.
        {
            yield return "resource hooks";
        }

        if (request.StateMigrations.Count > 0)
        {
            yield return "state migrations";
        }

        if (request.PackageRef.Length > 0)
        {
            yield return "parameterized packages";
        }

        if (request.ReplaceWith.Count > 0)
        {
            yield return "the option replaceWith";
        }

        if (request.ReplacementTrigger is { KindCase: not (TriggerKind.None or TriggerKind.NullValue) })
        {
            yield return "the option replacementTrigger";
        }

        if (request.EnvVarMappings.Count > 0)
        {
            yield return "the option envVarMappings";
        }

        if (request.Custom && Urn.Package(request.Type) == "pulumi" && !Urn.IsProviderType(request.Type))
        {
            yield return $"the built-in resource {request.Type}";
        }
    }

    // pkg:Name is short for pkg:index:Name; components may be called as they like.
    private static string TypeToken(string type, bool managed)
    {
        var parts = type.Split(':');
        return (managed, parts.Length) switch
        {
            (true, 2) when parts.All(part => part.Length > 0) => $"{parts[0]}:index:{parts[1]}",
            (true, not 3) => throw new RpcException(
                RpcStatus.InvalidArgument, $"'{type}' is not a resource type; it must look like package:module:Name"),
            _ => type,
        };
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies(
        RegisterResourceRequest request, PropertyMap inputs, ImmutableArray<string> all)
    {
        // A client that doesn't tell them apart means that every property may depend on everything.
        var told = request.PropertyDependencies.Count > 0 || request.Remote;
        return inputs.Keys.Select(key => KeyValuePair.Create(key, told ? Of(key) : all))
            .Where(entry => !entry.Value.IsEmpty)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

        ImmutableArray<string> Of(string key)
        {
            IEnumerable<string> named = request.PropertyDependencies.TryGetValue(key, out var sent) ? sent.Urns : [];
            return [.. named.Concat(Values.Dependencies(inputs[key])).Distinct()];
        }
    }

    private static AliasSpec ReadAlias(Alias alias) => alias.AliasCase == Alias.AliasOneofCase.Urn
        ? new AliasSpec(alias.Urn)
        : new AliasSpec("", alias.Spec?.Name, alias.Spec?.Type, alias.Spec?.Stack, alias.Spec?.Project, alias.Spec?.ParentCase switch
        {
            Alias.Types.Spec.ParentOneofCase.ParentUrn => alias.Spec.ParentUrn,
            Alias.Types.Spec.ParentOneofCase.NoParent when alias.Spec.NoParent => "",
            _ => null,
        });

    private static Timeouts ReadTimeouts(RegisterResourceRequest.Types.CustomTimeouts? sent)
    {
        try
        {
            return sent is null
                ? new Timeouts()
                : new Timeouts(
                    GoDuration.Seconds(sent.Create),
                    GoDuration.Seconds(sent.Update),
                    GoDuration.Seconds(sent.Delete),
                    GoDuration.Seconds(sent.Read));
        }
        catch (FormatException error)
        {
            throw new RpcException(RpcStatus.InvalidArgument, $"customTimeouts: {error.Message}");
        }
    }

    private static string Position(SourcePosition? position, string root)
    {
        if (position is null || position.Uri.Length == 0)
        {
            return "";
        }

        var project = "file://" + root.TrimEnd('/') + "/";
        var uri = position.Uri.StartsWith(project, StringComparison.Ordinal) ? "project:///" + position.Uri[project.Length..] : position.Uri;
        return position.Line == 0 ? uri : $"{uri}#{position.Line},{position.Column}";
    }
}
