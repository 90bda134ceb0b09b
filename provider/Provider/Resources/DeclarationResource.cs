using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Plugin.Diffs;
using EdgeInfra.Plugin.Records;
using EdgeInfra.Plugin.Versions;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin.Resources;

/// <summary>
/// A part of a version as a resource of its own. It calls no API: a ServiceVersion that lists its <c>definition</c> sends it.
/// </summary>
internal sealed class DeclarationResource(string token, IFieldTable table, Connection connection, TimeProvider time) : IResource
{
    public string Token => token;

    public CheckOutcome Check(ResourceCall call)
    {
        var given = call.News["name"] is PropertyValue.Null ? call.News.With("name", call.Name) : call.News;
        var declared = DeclarationReader.Read(table, given, connection.Target);
        return new(declared.ToMap(), [.. declared.Failures.Concat(DeclarationRules.Further(declared, connection.Target)).Concat(Expired(declared)).Select(failure => new Failure(failure.Property, $"{failure}"))]);
    }

    // The one rule that needs a clock: no version is judged by it, for what was valid stays valid.
    private IEnumerable<Failure> Expired(Declared declared) => declared.Record is Backend { Policy: { } policy }
        ? SignedRequestRules.Expired(policy, time.GetUtcNow()).Select(problem => new Failure(problem.Path, problem.Message))
        : [];

    public Difference Diff(ResourceCall call)
    {
        var changes = MapComparison.Compare(call.OldInputs, call.News)
            .Select(change => change with { Replaces = table.Find(change.Path)?.Replaces ?? false });
        return new([.. changes]) { Stables = ["name"] };
    }

    public Task<(string Id, PropertyMap Outputs)> Create(ResourceCall call, CancellationToken cancel) =>
        Task.FromResult(((call.News["name"].Bare() as PropertyValue.Text)?.Value ?? "", Outputs(call.Urn, call.News)));

    public Task<PropertyMap> Update(ResourceCall call, CancellationToken cancel) => Task.FromResult(Outputs(call.Urn, call.News));

    public Task<LiveResource?> Read(ResourceCall call, CancellationToken cancel) => call.OldInputs.Count > 0
        ? Task.FromResult<LiveResource?>(new(call.Id, Outputs(call.Urn, call.OldInputs), call.OldInputs))
        : throw new RpcException(RpcStatus.FailedPrecondition,
            $"a {table.WirePath} cannot be imported: it exists only in the program. Declare it there, and import the ServiceVersion by the id of its service.");

    public Task Delete(ResourceCall call, CancellationToken cancel) => Task.CompletedTask;

    // Secrets travel apart: one in the definition would hide all of it, and every list it comes into.
    private PropertyMap Outputs(string urn, PropertyMap inputs)
    {
        var outputs = inputs.With("definition", SecretFields.Digested(urn, table, inputs));
        return SecretFields.Has(table) ? outputs.With(Credentials.Name, new PropertyValue.Secret(SecretFields.Values(table, inputs))) : outputs;
    }
}
