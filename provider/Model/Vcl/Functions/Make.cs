namespace EdgeInfra.Model.Vcl;

/// <summary>Shapes that many functions share.</summary>
internal static class Make
{
    private const VclType Text = VclType.String;

    public static Function Of(Func<string, string?> change) => new([Text], 1, given =>
    {
        var text = given.Text(0);
        return new TextCode(frame => change(text(frame)));
    });

    public static Function Of(Func<string, string, string?> change) => new([Text, Text], 2, given =>
    {
        var (first, second) = (given.Text(0), given.Text(1));
        return new TextCode(frame => change(first(frame), second(frame)));
    });

    public static Function Of(Func<string, string, string, string?> change) => new([Text, Text, Text], 3, given =>
    {
        var (first, second, third) = (given.Text(0), given.Text(1), given.Text(2));
        return new TextCode(frame => change(first(frame), second(frame), third(frame)));
    });

    public static Function Number(Func<string, long> measure) => new([Text], 1, given =>
    {
        var text = given.Text(0);
        return Values.Integer(frame => measure(text(frame)));
    });

    public static Function Test(Func<string, string, bool> test) => new([Text, Text], 2, given =>
    {
        var (first, second) = (given.Text(0), given.Text(1));
        return Values.Bool(frame => test(first(frame), second(frame)));
    });
}
