using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using EdgeInfra.Engine.State;
using EdgeInfra.Engine.Workspace;

namespace EdgeInfra.Engine.Commands;

/// <summary>The commands below <c>stack</c>.</summary>
internal static class StackCommands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create(CommonOptions common) => new("stack", "Stacks: several deployments of one project.")
    {
        List(common),
        StackOutputCommand.Create(common),
        StackTransferCommands.Export(common),
        StackTransferCommands.Import(common),
        Select(common),
        Init(common),
        Remove(common),
    };

    private static Command List(CommonOptions common)
    {
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        return new Command("ls", "List the project's stacks.") { json }.Does(async (line, _) =>
        {
            var workspace = common.Open(line);
            var rows = new List<StackRow>();
            foreach (var name in workspace.StackNames())
            {
                var stack = await workspace.OpenStack(name, create: false);
                rows.Add(new StackRow(name, name == workspace.CurrentStack, stack.LastSaved, stack.CountResources()));
            }

            Print(line.InvocationConfiguration.Output, rows, line.GetValue(json));
        });
    }

    private static void Print(TextWriter output, List<StackRow> rows, bool json)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(rows, Json));
        }
        else if (rows.Count == 0)
        {
            output.WriteLine("There are no stacks yet; 'edgeinfra up' makes one.");
        }
        else
        {
            Table.Write(
                output,
                [
                    ["NAME", "LAST UPDATE (UTC)", "RESOURCES"],
                    .. rows.Select(row => new[]
                    {
                        row.Name + (row.Current ? "*" : ""),
                        row.LastUpdate.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                        row.ResourceCount?.ToString(CultureInfo.InvariantCulture) ?? "damaged",
                    }),
                ]);
        }
    }

    private static Command Select(CommonOptions common)
    {
        var name = new Argument<string>("name") { Description = "The stack to use from now on." };
        return new Command("select", "Choose the stack that is meant when none is named.") { name }.Does(async (line, _) =>
        {
            var workspace = common.Open(line);
            workspace.Select((await workspace.OpenStack(line.GetRequiredValue(name), create: false)).Name);
        });
    }

    private static Command Init(CommonOptions common)
    {
        var name = new Argument<string>("name") { Description = "Up to 100 letters, digits, '-', '_' and '.'." };
        return new Command("init", "Make a new, empty stack and select it.") { name }.Does(async (line, cancel) =>
        {
            var workspace = common.Open(line);
            var stack = await workspace.OpenStack(line.GetRequiredValue(name), create: true);
            if (stack.Exists)
            {
                throw new WorkspaceException(
                    $"there is a stack '{stack.Name}' already; to use it: edgeinfra stack select {stack.Name}");
            }

            await using (await stack.Lock(cancel))
            {
                workspace.Select(stack.Name);
            }
        });
    }

    private static Command Remove(CommonOptions common)
    {
        var name = new Argument<string?>("name") { Description = "The stack; the current one if not given.", Arity = ArgumentArity.ZeroOrOne };
        var force = new Option<bool>("--force", "-f") { Description = "Forget its resources without deleting them." };
        return new Command("rm", "Remove a stack that has no resources left.") { name, force }.Does(async (line, cancel) =>
        {
            var stack = await common.Open(line).OpenStack(line.GetValue(name) ?? common.StackName(line), create: false);
            await using var held = await stack.Lock(cancel);
            if (!line.GetValue(force))
            {
                RefuseWhileInUse(stack.Name, await stack.Load());
            }

            stack.Remove();
        });
    }

    private static void RefuseWhileInUse(string name, Snapshot snapshot)
    {
        if (snapshot.Resources.Length > 0)
        {
            throw new WorkspaceException(
                $"the stack '{name}' still has {snapshot.Resources.Length} resources; delete them first with 'edgeinfra destroy --stack {name}', "
                + "or leave them alone and forget them with --force");
        }
    }

    private sealed record StackRow(string Name, bool Current, DateTimeOffset LastUpdate, int? ResourceCount);
}
