using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Import;

/// <summary>The function importProgram: VCL or a live service in, a stack program out. Nothing is written or changed.</summary>
internal sealed class ImportFunction(Connection connection, Checkout? checkout)
{
    public const string Token = "edgeinfra:index:importProgram";

    public async Task<InvokeResponse> Call(PropertyMap args, CancellationToken cancel)
    {
        var failures = new List<Failure>();
        var request = ImportRequest.Read(args, failures);
        if (failures.Count > 0)
        {
            return new() { Failures = { failures.Select(failure => new CheckFailure { Property = failure.Property, Reason = $"{failure}" }) } };
        }

        var imported = request.Kind == "vcl" ? VclImport.Read(request) : await ServiceImport.Read(request, connection, cancel);
        if (imported.Plan is null)
        {
            return new() { Failures = { imported.Problems.Select(problem => new CheckFailure { Property = request.Kind == "vcl" ? "text" : "id", Reason = $"{problem}" }) } };
        }

        var written = ProgramWriter.Write(request, imported, checkout);
        return new() { Return = ValueCodec.ToStruct(Answer(written, imported.Problems)) };
    }

    private static PropertyMap Answer(WrittenProgram written, IEnumerable<Problem> problems) => PropertyMap.Of(
        ("files", PropertyMap.From(written.Files.Select(file => KeyValuePair.Create(file.Key, (V)file.Value)))),
        ("fragment", written.Fragment),
        ("warnings", new V.List(problems.Select(problem => (V)$"{problem}"))),
        ("next", new V.List(written.Next.Select(step => (V)step))));
}
