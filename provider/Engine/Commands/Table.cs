namespace EdgeInfra.Engine.Commands;

/// <summary>Rows in aligned columns, for people.</summary>
internal static class Table
{
    public static void Write(TextWriter output, params IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
