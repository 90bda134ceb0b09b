using System.CommandLine;
using System.Text;
using EdgeInfra.Engine.Workspace;

namespace EdgeInfra.Engine.Commands;

/// <summary><c>stack export</c> and <c>stack import</c>: the state as one document, the same as the Pulumi CLI's.</summary>
internal static class StackTransferCommands
{
    public static Command Export(CommonOptions common)
    {
        var file = new Option<string?>("--file") { Description = "Where to; standard output if not given.", HelpName = "FILE" };
        var show = new Option<bool>("--show-secrets") { Description = "Write secrets in plain text." };
        return new Command("export", "Write the stack's state in the form that 'pulumi stack import' reads.") { file, show }.Does(async (line, cancel) =>
        {
            var state = await (await common.OpenStack(line, create: false)).Export(line.GetValue(show));
            if (line.GetValue(file) is { } path)
            {
                await Write(path, state, cancel);
            }
            else
            {
                await line.InvocationConfiguration.Output.WriteAsync(Encoding.UTF8.GetString(state));
            }
        });
    }

    public static Command Import(CommonOptions common)
    {
        var file = new Option<string?>("--file") { Description = "Where from; standard input if not given.", HelpName = "FILE" };
        return new Command("import", "Replace the stack's state by what 'stack export' has written.") { file }.Does(async (line, cancel) =>
        {
            var state = line.GetValue(file) is { } path ? await File.ReadAllBytesAsync(path, cancel) : await ReadInput(cancel);
            var stack = await common.OpenStack(line, create: true);
            await using var held = await stack.Lock(cancel);
            var snapshot = await stack.Import(state);
            await line.InvocationConfiguration.Output.WriteLineAsync($"Imported {snapshot.Resources.Length} resources into '{stack.Name}'.");
        });
    }

    // In place, for it may be a pipe. A new file is its owner's alone: it may hold secrets in plain text.
    private static async Task Write(string path, byte[] state, CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = AtomicFile.OwnerOnly;
        }

        await using var file = new FileStream(path, options);
        await file.WriteAsync(state, cancel);
    }

    private static async Task<byte[]> ReadInput(CancellationToken cancel)
    {
        await using var input = Console.OpenStandardInput();
        using var content = new MemoryStream();
        await input.CopyToAsync(content, cancel);
        return content.ToArray();
    }
}
