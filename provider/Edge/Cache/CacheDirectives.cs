namespace EdgeInfra.Edge.Cache;

/// <summary>What a Cache-Control (or Surrogate-Control) says. A time that is there but cannot be read counts as 0, so that nothing lives longer than it should.</summary>
internal record struct CacheDirectives
{
    private const int Longest = int.MaxValue;

    public CacheDirectives()
    {
    }

    public bool NoStore { get; set; }

    /// <summary>Without field names; with names it is <see cref="NoCacheFields"/>.</summary>
    public bool NoCache { get; set; }

    /// <summary>Names of fields that must not be served again without asking, joined with commas.</summary>
    public string? NoCacheFields { get; set; }

    public bool Private { get; set; }

    /// <summary>Names of fields that are for one client only, joined with commas.</summary>
    public string? PrivateFields { get; set; }

    public bool Public { get; set; }

    public bool MustRevalidate { get; set; }

    public bool ProxyRevalidate { get; set; }

    public bool MustUnderstand { get; set; }

    public bool OnlyIfCached { get; set; }

    /// <summary>Seconds; null when it is not given. So are the others.</summary>
    public int? MaxAge { get; set; }

    public int? SharedMaxAge { get; set; }

    public int? StaleWhileRevalidate { get; set; }

    public int? StaleIfError { get; set; }

    public int? MinFresh { get; set; }

    /// <summary>Without a number the client takes any age.</summary>
    public int? MaxStale { get; set; }

    /// <summary>All lines of that name together; null when there is none.</summary>
    public static CacheDirectives? Of(HeaderList headers, string name)
    {
        CacheDirectives? all = null;
        foreach (ref readonly var line in headers.Lines)
        {
            if (HeaderList.Same(line.Name, name))
            {
                var read = all ?? new CacheDirectives();
                read.Read(line.Value);
                all = read;
            }
        }

        return all;
    }

    private void Read(ReadOnlySpan<char> text)
    {
        while (DirectiveReader.TryNext(ref text, out var name, out var value, out var isQuoted))
        {
            Take(name, value, isQuoted);
        }
    }

    // Of a directive that is given twice the first one counts (RFC 9111, 4.2.1).
    private void Take(ReadOnlySpan<char> name, ReadOnlySpan<char> value, bool isQuoted)
    {
        if (Is(name, "max-age"))
        {
            MaxAge ??= Seconds(value);
        }
        else if (Is(name, "s-maxage"))
        {
            SharedMaxAge ??= Seconds(value);
        }
        else if (Is(name, "stale-while-revalidate"))
        {
            StaleWhileRevalidate ??= Seconds(value);
        }
        else if (Is(name, "stale-if-error"))
        {
            StaleIfError ??= Seconds(value);
        }
        else if (Is(name, "min-fresh"))
        {
            MinFresh ??= Seconds(value);
        }
        else if (Is(name, "max-stale"))
        {
            MaxStale ??= value.IsEmpty ? Longest : Seconds(value);
        }
        else
        {
            TakeFlag(name, value, isQuoted);
        }
    }

    private void TakeFlag(ReadOnlySpan<char> name, ReadOnlySpan<char> value, bool isQuoted)
    {
        if (Is(name, "no-cache"))
        {
            (NoCache, NoCacheFields) = value.IsEmpty || !isQuoted ? (true, NoCacheFields) : (NoCache, Joined(NoCacheFields, value));
        }
        else if (Is(name, "private"))
        {
            (Private, PrivateFields) = value.IsEmpty || !isQuoted ? (true, PrivateFields) : (Private, Joined(PrivateFields, value));
        }
        else
        {
            NoStore |= Is(name, "no-store");
            Public |= Is(name, "public");
            MustRevalidate |= Is(name, "must-revalidate");
            ProxyRevalidate |= Is(name, "proxy-revalidate");
            MustUnderstand |= Is(name, "must-understand");
            OnlyIfCached |= Is(name, "only-if-cached");
        }
    }

    /// <summary>Digits only; more than fit are the most there is (RFC 9111, 1.2.2), anything else is 0.</summary>
    internal static int Seconds(ReadOnlySpan<char> text)
    {
        var number = 0L;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return 0;
            }

            number = Math.Min(Longest, (number * 10) + (digit - '0'));
        }

        return text.IsEmpty ? 0 : (int)number;
    }

    private static string Joined(string? names, ReadOnlySpan<char> more) => names is null ? more.ToString() : $"{names},{more}";

    private static bool Is(ReadOnlySpan<char> name, string word) => name.Equals(word, StringComparison.OrdinalIgnoreCase);
}
