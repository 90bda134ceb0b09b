namespace Unit.Edge.Proxy;

/// <summary>The window of a healthcheck as its documentation has it: count the last ones. Slow, and plainly right.</summary>
internal sealed record NaiveWindow(IReadOnlyList<bool> Past, int Window, int Threshold)
{
    public static NaiveWindow Of(int window, int threshold, int initial) =>
        new([.. Enumerable.Repeat(false, window - initial), .. Enumerable.Repeat(true, initial)], window, threshold);

    public bool IsHealthy => Past.TakeLast(Window).Count(success => success) >= Threshold;

    public NaiveWindow With(bool success) => this with { Past = [.. Past, success] };
}
