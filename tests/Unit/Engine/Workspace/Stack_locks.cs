using System.Diagnostics;
using System.Globalization;
using EdgeInfra.Engine.Workspace;

namespace Unit.Engine.Workspaces;

public sealed class Stack_locks : IDisposable
{
    private const string Folder = ".pulumi/locks/organization/www/dev";

    private readonly ProjectOnDisk _disk = new();

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task Let_one_in_and_tell_the_other_who_it_is()
    {
        await using var held = await (await _disk.Stack()).Lock(default);
        var stack = await _disk.Stack();

        var failure = await Assert.ThrowsAsync<StackLockedException>(() => stack.Lock(default));

        var file = Assert.Single(Locks());
        Assert.Equal(
            $"the stack 'dev' is locked by process {Environment.ProcessId} of kim on {Environment.MachineName}, since 2030-01-31 12:00:00 UTC. "
            + $"Wait until it has finished; if it does not exist any more, delete {_disk.At(file)}",
            failure.Message);
    }

    [Fact]
    public async Task Are_free_again_when_given_back()
    {
        await using (await (await _disk.Stack()).Lock(default))
        {
        }

        Assert.Empty(Locks());
        await using var again = await (await _disk.Stack()).Lock(default);
    }

    [Fact]
    public async Task Of_a_dead_process_are_taken_over()
    {
        using var dead = Process.Start("true");
        await dead.WaitForExitAsync();
        Hold(dead.Id, Environment.MachineName, FixedTime.Noon);

        await using var held = await (await _disk.Stack()).Lock(default);

        Assert.Single(Locks());
        Assert.Contains($"process {dead.Id}", Assert.Single(_disk.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_killed_process_that_nobody_collected_are_taken_over()
    {
        // The child is left to a parent that never waits for it: cat, which has taken the shell's place once it echoes.
        using var parent = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "tail -f /dev/null & echo $!; exec cat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var child = int.Parse((await parent.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        await parent.StandardInput.WriteLineAsync("echo");
        await parent.StandardInput.FlushAsync();
        await parent.StandardOutput.ReadLineAsync();
        Process.GetProcessById(child).Kill();
        SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{child}/stat").Contains(") Z ", StringComparison.Ordinal));
        Hold(child, Environment.MachineName, DateTimeOffset.MaxValue);

        await using var held = await (await _disk.Stack()).Lock(default);

        Assert.Single(Locks());
        parent.Kill();
    }

    [Fact]
    public async Task Of_a_process_whose_number_was_used_again_are_taken_over()
    {
        Hold(Environment.ProcessId, Environment.MachineName, DateTimeOffset.UnixEpoch);

        await using var held = await (await _disk.Stack()).Lock(default);

        Assert.Single(Locks());
    }

    [Fact]
    public async Task Of_another_host_stay()
    {
        Hold(int.MaxValue, "elsewhere", FixedTime.Noon);
        var stack = await _disk.Stack();

        await Assert.ThrowsAsync<StackLockedException>(() => stack.Lock(default));

        Assert.Equal([$"{Folder}/other.json"], Locks());
    }

    [Fact]
    public async Task That_cannot_be_read_stay()
    {
        _disk.Write($"{Folder}/other.json", "{\"pid\": 1,");
        var stack = await _disk.Stack();

        await Assert.ThrowsAsync<StackLockedException>(() => stack.Lock(default));
    }

    [Fact]
    public async Task Are_given_back_when_the_stack_cannot_be_made()
    {
        _disk.Write(".pulumi/stacks", "a file where a folder should be");
        var stack = await _disk.Stack();

        await Assert.ThrowsAnyAsync<IOException>(() => stack.Lock(default));

        Assert.Empty(Locks());
    }

    private void Hold(int process, string host, DateTimeOffset since) => _disk.Write(
        $"{Folder}/other.json",
        $$"""{"pid": {{process}}, "username": "kim", "hostname": "{{host}}", "timestamp": "{{since.ToString("O", CultureInfo.InvariantCulture)}}"}""");

    private IEnumerable<string> Locks() => _disk.Files().Where(file => file.StartsWith(Folder, StringComparison.Ordinal));
}
