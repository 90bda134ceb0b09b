using System.CommandLine;
using EdgeInfra.Engine.State;
using EdgeInfra.Engine.Workspace;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Commands;

/// <summary><c>stack output [NAME]</c>: what the program returned when it last ran.</summary>
internal static class StackOutputCommand
{
    public static Command Create(CommonOptions common)
    {
        var name = new Argument<string?>("name") { Description = "One output, printed bare; all of them if not given.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        var show = new Option<bool>("--show-secrets") { Description = "Print secrets in plain text." };
        return new Command("output", "Print the stack's outputs.") { name, json, show }.Does(async (line, _) =>
        {
            var stack = await common.OpenStack(line, create: false);
            var outputs = Outputs(await stack.Load());
            var output = line.InvocationConfiguration.Output;
            if (line.GetValue(name) is { } one)
            {
                var value = outputs.TryGetValue(one, out var found) ? found : throw new WorkspaceException(Missing(stack.Name, one, outputs));
                output.WriteLine(line.GetValue(json) ? PlainValue.Json(value, line.GetValue(show)) : PlainValue.Text(value, line.GetValue(show)));
            }
            else if (line.GetValue(json))
            {
                output.WriteLine(PlainValue.Json(outputs, line.GetValue(show)));
            }
            else
            {
                Table.Write(output, [["OUTPUT", "VALUE"], .. outputs.Select(item => new[] { item.Key, PlainValue.Text(item.Value, line.GetValue(show)) })]);
            }
        });
    }

    private static PropertyMap Outputs(Snapshot snapshot) =>
        snapshot.Resources.LastOrDefault(resource => resource.Type == Urn.StackType && !resource.Delete)?.Outputs ?? PropertyMap.Empty;

    private static string Missing(string stack, string name, PropertyMap outputs) => outputs.Count == 0
        ? $"the stack '{stack}' has no output '{name}', nor any other; has it been deployed with 'edgeinfra up'?"
        : $"the stack '{stack}' has no output '{name}'; it has: {string.Join(", ", outputs.Keys)}";
}
