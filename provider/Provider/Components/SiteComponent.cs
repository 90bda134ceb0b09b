using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Components;

/// <summary>A site in a bucket as one resource: service, origin and version.</summary>
internal sealed class SiteComponent : IComponent
{
    /// <summary>Arguments of the bucket that may stand beside it, because they are said of the site.</summary>
    public static readonly ImmutableArray<string> OfOrigin = ["indexDocument", "errorPage", "singlePage", "ttl"];

    public static readonly ImmutableArray<string> OfService = ["comment"];

    public static readonly ImmutableArray<string> OfVersion = ["domains", "activate"];

    public const string Resource = "EdgeSite", Origin = "origin";

    public string Token => $"edgeinfra:index:{Resource}";

    public IPlan Read(string name, PropertyMap inputs, Target target)
    {
        var failures = new List<Failure>(Strangers(inputs));
        if (inputs["domains"] is V.Null || inputs["domains"].Bare() is V.List { Items.Length: 0 })
        {
            failures.Add(new("domains", "domains must be given: the host names that the site answers for."));
        }

        var origin = ReadOrigin(name, inputs, target, failures);
        return new SitePlan(origin, Only(inputs, OfService), Only(inputs, OfVersion)) { Failures = [.. failures] };
    }

    private static OriginPlan ReadOrigin(string name, PropertyMap inputs, Target target, List<Failure> failures)
    {
        var stores = inputs[Origin].Bare() is V.Map(var map) ? map.Where(item => item.Value is not V.Null).ToList() : [];
        var kind = stores is [var one] ? OriginKind.All.FirstOrDefault(kind => kind.Property == one.Key) : null;
        if (kind is not null && stores[0].Value.Bare() is V.Map(var given))
        {
            var plan = OriginReader.Read(kind, name, WithSite(given, inputs, $"{Origin}.{kind.Property}", failures), target);
            failures.AddRange(plan.Failures.Select(failure => Placed(failure, $"{Origin}.{kind.Property}", given)));
            return plan;
        }

        if (!inputs[Origin].HasUnknown())
        {
            failures.Add(new(Origin, $"origin must name one store and say where it is, as in {{ s3: {{ bucket: www, region: eu-central-1 }} }}. "
                + $"There are {string.Join(", ", OriginKind.All.Select(kind => kind.Property))}.{(stores is [var other] ? Nearest.Hint(other.Key, OriginKind.All.Select(kind => kind.Property)) : "")}"));
        }

        return OriginReader.NotYet(name);
    }

    private static PropertyMap WithSite(PropertyMap given, PropertyMap inputs, string at, List<Failure> failures)
    {
        foreach (var argument in OfOrigin.Where(argument => inputs[argument] is not V.Null))
        {
            if (given[argument] is not V.Null)
            {
                failures.Add(new(argument, $"{argument} is given here and in {at}: leave one of them out."));
            }

            given = given.With(argument, inputs[argument]);
        }

        return given;
    }

    // What was said of the site is told of there.
    private static Failure Placed(Failure failure, string at, PropertyMap given)
    {
        var top = failure.Property.Split('.', '[')[0];
        return OfOrigin.Contains(top) && given[top] is V.Null
            ? failure
            : new($"{at}.{failure.Property}", $"{at}.{failure.Reason}");
    }

    private static IEnumerable<Failure> Strangers(PropertyMap inputs)
    {
        string[] known = [Origin, .. OfVersion, .. OfOrigin, .. OfService];
        return from name in inputs.Keys.Except(known)
               select new Failure(name, $"{name} is not a property of an EdgeSite.{Nearest.Hint(name, known)}");
    }

    private static PropertyMap Only(PropertyMap inputs, ImmutableArray<string> names) => PropertyMap.From(inputs.Where(item => names.Contains(item.Key)));
}
