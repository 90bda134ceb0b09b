using EdgeInfra.Edge.Proxy.Policies;

namespace EdgeInfra.Edge.Proxy;

/// <content>What the policy of its origin makes of the request.</content>
internal sealed partial class EdgeRequest
{
    private OriginCourse? _course;

    /// <summary>Its way by the origin's policy; null where there is none to follow, as on the way to a shield.</summary>
    public OriginCourse? Course { get; private set; }

    /// <summary>Call it for each origin it goes to.</summary>
    public OriginCourse? BeginCourse()
    {
        Course = Behind is null && Origin!.Policy is not null ? _course ??= new OriginCourse(this) : null; // picked by now
        Course?.Begin(Origin!);
        return Course;
    }

    private void EndCourse()
    {
        Course?.End();
        Course = null;
    }
}
