using Kit;

namespace EndToEnd;

/// <summary>Versions that are not to go live at once, on a real edge: what visitors see is what previews said.</summary>
public sealed class Staging_and_pins : IAsyncLifetime
{
    private const string Backends = "backends: [\"${origin.definition}\"]";

    private readonly LiveStack _stack = new();
    private Page _second = null!;
    private Visitor _visitor = null!;
    private ControlClient _control = null!;

    public async Task InitializeAsync()
    {
        await _stack.InitializeAsync();
        (_second, _visitor) = (await Page.Serve("second"), new Visitor(_stack.Url.ToString()));
        _control = new ControlClient(_stack.Control.ToString(), File.ReadAllText(Path.Combine(_stack.DataFolder, "token")).Trim());
    }

    public async Task DisposeAsync()
    {
        _control.Dispose();
        _visitor.Dispose();
        await _second.DisposeAsync();
        await _stack.DisposeAsync();
    }

    [Fact]
    public async Task Leave_what_is_live_alone_until_it_is_to_change()
    {
        Declare("activate: stageOnly");
        Assert.Contains("version 2 would be staged; version 1 stays live", (await _stack.Run("preview")).Succeeded().All, StringComparison.Ordinal);
        await Up();
        Assert.Equal(("the live page", 1), await Live());
        (await _stack.Run("preview", "--refresh", "--expect-no-changes")).Succeeded();

        Declare("activate: always");
        await Up();
        Assert.Equal(("second", 2), await Live());

        Declare("pin: 1");
        var preview = (await _stack.Run("preview")).Succeeded();
        Assert.Contains("+ pin: 1", preview.Output, StringComparison.Ordinal);
        Assert.Contains("version: 2 => 1", preview.Output, StringComparison.Ordinal);
        Assert.Contains("version 1 would be live again, in place of version 2", preview.All, StringComparison.Ordinal);
        Assert.Contains("pin 1 keeps that version live", preview.All, StringComparison.Ordinal);
        await Up();
        Assert.Equal(("the live page", 1), await Live());
        (await _stack.Run("preview", "--refresh", "--expect-no-changes")).Succeeded();

        Declare("comment: free again");
        await Up();
        Assert.Equal(("second", 3), await Live());
    }

    private void Declare(string more) =>
        _stack.Change((Backends, $"backends: [{{ name: second, address: 127.0.0.1, port: {_second.Port} }}]\n      {more}"));

    private async Task Up() => (await _stack.Run("up", "--yes", "--skip-preview")).Succeeded();

    private async Task<(string Page, int? Version)> Live() =>
        (await _visitor.Page(), await _control.Active((await _control.Get("/service"))[0]!["id"]!.GetValue<string>()));
}
