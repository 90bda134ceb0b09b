namespace EdgeInfra.Engine.Display;

/// <summary>The lines that differ between two texts, in order, each with its sign: <c>- old</c>, <c>+ new</c>.</summary>
internal static class LineDiff
{
    // The table is quadratic: beyond this, texts are shown as replaced as a whole.
    private const int MostCells = 4_000_000;

    public static IEnumerable<(char Sign, string Line)> Of(string old, string value)
    {
        string[] a = old.Split('\n'), b = value.Split('\n');
        if ((long)a.Length * b.Length > MostCells)
        {
            return a.Select(line => ('-', line)).Concat(b.Select(line => ('+', line)));
        }

        return Walk(a, b, Common(a, b));
    }

    private static IEnumerable<(char Sign, string Line)> Walk(string[] a, string[] b, int[,] common)
    {
        int i = 0, j = 0;
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return ('-', a[i++]);
            }
            else
            {
                yield return ('+', b[j++]);
            }
        }
    }

    // The longest common subsequence of what follows each pair of places.
    private static int[,] Common(string[] a, string[] b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                table[i, j] = a[i] == b[j] ? table[i + 1, j + 1] + 1 : Math.Max(table[i + 1, j], table[i, j + 1]);
            }
        }

        return table;
    }
}
