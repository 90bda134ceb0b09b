namespace EdgeInfra.Model;

/// <summary>The object that is asked for instead of the one the client named, by step; the first that is true counts.</summary>
internal static class PolicySubstitutes
{
    /// <param name="joined">What joins two texts in the dialect.</param>
    public static List<(string Test, string Object)> Of(PolicyGroup group, string path, string step, Func<string, string> quoted, string joined)
    {
        var policy = group.Policy;
        var steps = new List<(string Test, string Object)>();
        if (policy is { DirectoryRedirect: true, DirectoryIndex: { Length: > 0 } below })
        {
            steps.Add((Is(PolicySteps.Index), $"{path}{joined}{quoted("/" + below)}"));
        }

        if (policy.SinglePage is { Length: > 0 } single)
        {
            steps.Add((Is(PolicySteps.Single), quoted(single)));
        }

        steps.AddRange(policy.ErrorPages.Select((page, at) => (page, at)).Where(one => one.page.Path is { Length: > 0 })
            .Select(one => (Is(PolicySteps.Page(one.at)), quoted(one.page.Path!))));
        if (policy.DirectoryIndex is { Length: > 0 } index)
        {
            steps.Add(($"{path} ~ \"/$\"", $"{path}{joined}{quoted(index)}"));
        }

        return steps;

        string Is(string name) => $"{step} == {quoted(group.Step(name))}";
    }
}
