using EdgeInfra.Model;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>The table of backend fields: each at its default, at an edge of its range, and at another value, as an origin sees it.</summary>
public sealed class Every_backend_field
{
    private static readonly Row[] All = [.. PlaceRows.All, .. TimeRows.All, .. PoolRows.All, .. SocketRows.All, .. TlsRows.All, .. ChoiceRows.All, .. AroundRows.All];

    public static TheoryData<string, string> Rows => Data(All);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Is_obeyed(string field, string value) => All.Single(row => row.Field == field && row.Value == value).Holds();

    // What holds fields of its own is obeyed field by field: that is shown beside the policies.
    [Fact]
    public void Has_three_rows() =>
        Assert.Equal(
            Backend.Fields.Where(field => field.Part is null).Select(field => field.Name).Order(StringComparer.Ordinal),
            All.GroupBy(row => row.Field).Where(rows => rows.Count() >= 3).Select(rows => rows.Key).Order(StringComparer.Ordinal));

    internal static TheoryData<string, string> Data(IEnumerable<Row> rows)
    {
        var data = new TheoryData<string, string>();
        foreach (var row in rows)
        {
            data.Add(row.Field, row.Value);
        }

        return data;
    }
}
