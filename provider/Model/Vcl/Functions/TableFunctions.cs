namespace EdgeInfra.Model.Vcl;

/// <summary>The functions <c>table.*</c>.</summary>
internal static class TableFunctions
{
    public static Dictionary<string, Function> All { get; } = new()
    {
        ["table.lookup"] = new([VclType.Table, VclType.String, VclType.String], 2, given =>
        {
            var (table, key) = (given.Table(0), given.Text(1));
            var otherwise = given.Count > 2 ? given.TextOrNothing(2) : _ => null;
            return new TextCode(frame => table.Find(key(frame)) ?? otherwise(frame));
        }),
        ["table.contains"] = new([VclType.Table, VclType.String], 2, given =>
        {
            var (table, key) = (given.Table(0), given.Text(1));
            return Values.Bool(frame => table.Find(key(frame)) is not null);
        }),
    };
}
