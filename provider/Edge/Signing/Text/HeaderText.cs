namespace EdgeInfra.Edge.Signing.Text;

/// <summary>Header values as signatures want them: without blanks around them, and with single ones in them.</summary>
internal static class HeaderText
{
    /// <summary>All values of the name, joined by commas.</summary>
    public static void AddJoined(ref ByteText text, HeaderList headers, string name)
    {
        var isFirst = true;
        foreach (ref readonly var line in headers.Lines)
        {
            if (HeaderList.Same(line.Name, name))
            {
                text.Add(isFirst ? "" : ",");
                AddSingleSpaced(ref text, line.Value);
                isFirst = false;
            }
        }
    }

    private static void AddSingleSpaced(ref ByteText text, scoped ReadOnlySpan<char> value)
    {
        value = value.Trim();
        while (value.IndexOfAny(" \t\r\n") is var at and >= 0)
        {
            text.Add(value[..at]);
            text.Add((byte)' ');
            value = value[at..].TrimStart();
        }

        text.Add(value);
    }

    /// <summary>A line for each header of the store's own, by name: <c>x-ms-date:...</c>.</summary>
    public static void AddOwn(ref ByteText text, HeaderList headers, string prefix)
    {
        var names = new NameSet();
        try
        {
            names.AddAll(headers, prefix);
            foreach (var name in names.Names)
            {
                text.Add(name);
                text.Add(":");
                AddJoined(ref text, headers, name);
                text.Add("\n");
            }
        }
        finally
        {
            names.Dispose();
        }
    }
}
