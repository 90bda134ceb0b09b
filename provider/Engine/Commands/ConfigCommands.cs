using System.CommandLine;
using System.Text.Json;
using EdgeInfra.Engine.Workspace;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Commands;

/// <summary><c>config</c>: what a stack's program and providers are configured with.</summary>
internal static class ConfigCommands
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create(CommonOptions common)
    {
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        var show = new Option<bool>("--show-secrets") { Description = "Print secrets in plain text." };
        var config = new Command("config", "Configuration of a stack.") { json, show, Get(common), Set(common), Remove(common) };
        return config.Does(async (line, _) =>
        {
            var stack = await common.OpenStack(line, create: true);
            var secrets = stack.Config.SecretKeys;
            var rows = stack.Config.Entries().Select(entry =>
                new Row(entry.Key, secrets.Contains(entry.Key) && !line.GetValue(show) ? Scrubber.Mark : entry.Value, secrets.Contains(entry.Key)));
            Print(line.InvocationConfiguration.Output, rows, line.GetValue(json));
        });
    }

    private static void Print(TextWriter output, IEnumerable<Row> rows, bool json)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(rows.ToDictionary(row => row.Key, row => new { row.Value, row.Secret }), Indented));
        }
        else
        {
            Table.Write(output, [["KEY", "VALUE"], .. rows.Select(row => new[] { row.Key, row.Value })]);
        }
    }

    private static Command Get(CommonOptions common)
    {
        var key = new Argument<string>("key") { Description = "name, or namespace:name." };
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        return new Command("get", "Print one value, a secret in plain text.") { key, json }.Does(async (line, _) =>
        {
            var stack = await common.OpenStack(line, create: true);
            var name = ConfigKey.Full(stack.Project.Name, line.GetRequiredValue(key));
            var value = stack.Config.Get(name) ?? throw new WorkspaceException(
                $"the stack '{stack.Name}' has no configuration value '{name}'; set it with: edgeinfra config set {name} VALUE");
            line.InvocationConfiguration.Output.WriteLine(
                line.GetValue(json) ? JsonSerializer.Serialize(new { value, secret = stack.Config.SecretKeys.Contains(name) }, Indented) : value);
        });
    }

    private static Command Set(CommonOptions common)
    {
        var key = new Argument<string>("key") { Description = "name, or namespace:name." };
        var value = new Argument<string?>("value") { Description = "The value; read from standard input if not given.", Arity = ArgumentArity.ZeroOrOne };
        var secret = new Option<bool>("--secret") { Description = "Encrypt it." };
        return new Command("set", "Set one value.") { key, value, secret }.Does(async (line, cancel) =>
        {
            var stack = await common.OpenStack(line, create: true);
            var text = line.GetValue(value) ?? (await Console.In.ReadToEndAsync(cancel)).TrimEnd('\r', '\n');
            stack.Config.Set(line.GetRequiredValue(key), text, line.GetValue(secret));
            stack.Config.Save();
        });
    }

    private static Command Remove(CommonOptions common)
    {
        var key = new Argument<string>("key") { Description = "name, or namespace:name." };
        return new Command("rm", "Take a value away.") { key }.Does(async (line, _) =>
        {
            var stack = await common.OpenStack(line, create: true);
            if (!stack.Config.Remove(line.GetRequiredValue(key)))
            {
                throw new WorkspaceException($"the stack '{stack.Name}' sets no configuration value '{line.GetRequiredValue(key)}'");
            }

            stack.Config.Save();
        });
    }

    private sealed record Row(string Key, string Value, bool Secret);
}
