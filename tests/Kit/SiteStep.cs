namespace Kit;

/// <summary>One request of a walk over a site and what came; what is wrong with it, or nothing.</summary>
public sealed record SiteStep(string Request, RawAnswer Answer, string Wrong)
{
    /// <summary>All that is wrong with a walk; empty if nothing is.</summary>
    public static string WrongWith(IEnumerable<SiteStep> walk) =>
        string.Join('\n', walk.Where(step => step.Wrong.Length > 0).Select(step => $"{step.Request}: {step.Wrong}"));
}
