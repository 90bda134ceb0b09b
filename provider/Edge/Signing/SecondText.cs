namespace EdgeInfra.Edge.Signing;

/// <summary>The text of a time with the precision of a second: written once a second, however many ask for it.</summary>
internal sealed class SecondText(Func<DateTimeOffset, string> write)
{
    private volatile Written? _last;

    public string At(DateTimeOffset time)
    {
        var second = time.UtcTicks / TimeSpan.TicksPerSecond;
        var last = _last;
        if (last is null || last.Second != second)
        {
            _last = last = new Written(second, write(time));
        }

        return last.Text;
    }

    private sealed record Written(long Second, string Text);
}
