using System.Globalization;

namespace Bench;

/// <summary>Figures side by side with their limits.</summary>
internal static class Table
{
    public static void Print(TextWriter to, IReadOnlyList<Measured> all)
    {
        var width = all.Select(one => one.What.Length).DefaultIfEmpty().Max();
        foreach (var one in all)
        {
            var limit = one.Limit is { } most ? string.Create(CultureInfo.InvariantCulture, $"  < {most,8:0.#} {(one.Holds ? "ok" : "MISSED")}") : "";
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.What.PadRight(width)}  {one.Value,10:0.0} {one.Unit,-3}{limit}"));
        }
    }
}
