namespace EdgeInfra.Model;

/// <summary>
/// The tests that comparisons compile to. What VCL says about headers that are absent: equal to nothing, not even "", and
/// "" to a pattern.
/// </summary>
internal static class Comparison
{
    public static Test Equal(Operand left, Operand right) => request =>
    {
        var a = left.Read(request, out var leftSet);
        var b = right.Read(request, out var rightSet);
        return leftSet && rightSet && a.SequenceEqual(b);
    };

    public static Test Matches(Operand left, System.Text.RegularExpressions.Regex pattern) =>
        request => Pattern.Matches(pattern, left.Read(request, out _));

    public static Test IsSet(Operand operand) => request =>
    {
        operand.Read(request, out var isSet);
        return isSet;
    };

    public static Test Not(Test test) => request => !test(request);

    public static Test And(Test left, Test right) => request => left(request) && right(request);

    public static Test Or(Test left, Test right) => request => left(request) || right(request);
}
