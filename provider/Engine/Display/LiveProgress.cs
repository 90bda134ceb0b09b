using System.Threading.Channels;
using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Planning;
using Spectre.Console;

namespace EdgeInfra.Engine.Display;

/// <summary>
/// Progress as a tree of resources that is drawn anew as things happen. It goes when the run ends: reports take its place.
/// </summary>
internal sealed class LiveProgress : IProgressView
{
    // Quick enough to be seen as movement, slow enough to be read.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(80);

    private readonly Lock _gate = new();
    private readonly RunRecord _run;
    private readonly Screen _screen;
    private readonly bool _planned;
    private readonly IAnsiConsole _console;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, string> _latest = [];
    private readonly List<string> _said = [];
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Task _drawing;

    /// <param name="planned">A preview: things would be done.</param>
    public LiveProgress(RunRecord run, Screen screen, IAnsiConsole console, bool planned, TimeProvider time)
    {
        (_run, _screen, _console, _planned, _time) = (run, screen, console, planned, time);
        _drawing = Task.Run(Draw);
    }

    public void Show(EngineEvent happened)
    {
        if (happened is EngineEvent.Diagnostic { Severity: not Severity.Debug } said)
        {
            lock (_gate)
            {
                _latest[said.Urn] = said.Message.TrimEnd().Split('\n')[^1];
                if (said is { Ephemeral: false, Severity: Severity.Info })
                {
                    _said.Add((said.Urn.Length > 0 ? ResourceName.Of(said.Urn) + ": " : "") + said.Message.TrimEnd());
                }
            }
        }

        _news.Writer.TryWrite(true);
    }

    public async ValueTask DisposeAsync()
    {
        _news.Writer.TryComplete();
        await _drawing.ConfigureAwait(false);
        var done = _planned ? [] : _run.Resources.Where(resource => resource.Changes && !resource.Name.IsStack);
        _screen.WriteSections(
            _said.Select(text => new ReportLine(text)),
            done.Select(resource => new ReportLine(
                $"{resource.Operation.Symbol()} {resource.Name}: {Status(resource)}", Shade(resource))));
    }

    private async Task Draw()
    {
        await _console.Live(new Text("")).AutoClear(true).Overflow(VerticalOverflow.Ellipsis)
            .Cropping(VerticalOverflowCropping.Top)
            .StartAsync(async live =>
            {
                await foreach (var _ in _news.Reader.ReadAllAsync().ConfigureAwait(false))
                {
                    live.UpdateTarget(Picture());
                    await Task.Delay(Pause, _time).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
    }

    private Rows Picture()
    {
        var resources = _run.Resources;
        var all = resources.ToDictionary(resource => resource.Urn);
        var narrow = new GridColumn().NoWrap().PadRight(2);
        var table = new Grid().AddColumns(narrow, new GridColumn().NoWrap().PadRight(2), new GridColumn());
        foreach (var resource in resources
            .Where(resource => resource.Operation is not Operation.Same || resource.Progress is StepProgress.Running))
        {
            var indent = new string(' ', 2 * ResourceTree.Depth(resource, all));
            var style = StyleOf(Shade(resource));
            table.AddRow(
                new Text($"{resource.Operation.Symbol(),-2} {indent}{resource.Name}", style), new Text(Status(resource), style),
                new Text(Remark(resource)));
        }

        return new Rows(table, new Text(Latest("")));
    }

    private string Status(ResourceReport resource) => resource.Progress switch
    {
        StepProgress.Failed => $"{resource.Operation.Doing()} failed",
        StepProgress.Running when !_planned => resource.Operation.Doing(),
        _ => _planned ? resource.Operation.Planned() : resource.Operation.Done(),
    };

    private string Remark(ResourceReport resource) => Latest(resource.Urn) is { Length: > 0 } said ? said
        : resource.Operation is Operation.Update or Operation.Replace && resource.Fields is { IsEmpty: false } fields
            ? "[" + string.Join(", ", fields.Where(field => !field.IsOutput).Select(field => field.Label)) + "]"
            : "";

    private string Latest(string urn)
    {
        lock (_gate)
        {
            return _latest.GetValueOrDefault(urn, "");
        }
    }

    private static Tone Shade(ResourceReport resource) =>
        resource.Progress is StepProgress.Failed ? Tone.Error : resource.Operation.Tone();

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Added => new Style(Color.Green),
        Tone.Changed => new Style(Color.Yellow),
        Tone.Removed or Tone.Error => new Style(Color.Red),
        _ => Style.Plain,
    };
}
