using EdgeInfra.Model;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>The table of what a policy and its parts hold: each field at its default and at other values, as a bucket and a client see it.</summary>
public sealed class Every_policy_field
{
    private static readonly Row[] All = [.. PolicyRows.All, .. PolicyPartRows.All, .. SigningRows.All];

    public static TheoryData<string, string> Rows => Every_backend_field.Data(All);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Is_obeyed(string field, string value) => All.Single(row => row.Field == field && row.Value == value).Holds();

    [Fact]
    public void Has_two_rows() =>
        Assert.Equal(
            Names(OriginPolicy.Fields, "").Order(StringComparer.Ordinal),
            All.GroupBy(row => row.Field).Where(rows => rows.Count() >= 2).Select(rows => rows.Key).Order(StringComparer.Ordinal));

    // A field that holds fields of its own counts too: it is there, or it is not.
    private static IEnumerable<string> Names(IFieldTable table, string before) => table.SelectMany(field =>
        (field.Part is { } part ? Names(part, $"{before}{field.Name}.") : []).Prepend(before + field.Name));
}
