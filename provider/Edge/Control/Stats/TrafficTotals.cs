using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>What a service has answered, since the start or in a time. Sums and differences stay what they are called.</summary>
internal sealed record TrafficTotals(string ServiceId)
{
    public const int Classes = 5;

    public long Requests { get; init; }

    public long Errors { get; init; }

    public long BodyBytes { get; init; }

    /// <summary>Answers by class: 1xx, 2xx, … 5xx.</summary>
    public ValueList<long> Statuses { get; init; } = [0, 0, 0, 0, 0];

    public static TrafficTotals operator +(TrafficTotals left, TrafficTotals right) => left.With(right, 1);

    public static TrafficTotals operator -(TrafficTotals left, TrafficTotals right) => left.With(right, -1);

    private TrafficTotals With(TrafficTotals other, int sign) => this with
    {
        Requests = Requests + sign * other.Requests,
        Errors = Errors + sign * other.Errors,
        BodyBytes = BodyBytes + sign * other.BodyBytes,
        Statuses = Statuses.Zip(other.Statuses, (mine, theirs) => mine + sign * theirs).ToValueList(),
    };
}
