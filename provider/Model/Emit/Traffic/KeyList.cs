namespace EdgeInfra.Model;

/// <summary>Splits a list of expressions at its commas, but not at those within texts and parentheses.</summary>
internal static class KeyList
{
    public static IEnumerable<string> Split(string list)
    {
        var (start, depth, quoted) = (0, 0, false);
        for (var i = 0; i <= list.Length; i++)
        {
            if (i == list.Length || (list[i] == ',' && depth == 0 && !quoted))
            {
                var item = list[start..i].Trim();
                start = i + 1;
                if (item.Length > 0)
                {
                    yield return item;
                }
            }
            else
            {
                quoted ^= list[i] == '"';
                depth += quoted ? 0 : list[i] switch { '(' => 1, ')' => -1, _ => 0 };
            }
        }
    }
}
