using Protocol = EdgeInfra.Protocol.Urn;

namespace Pulumi;

/// <summary>The name that tells a resource from all others of all stacks.</summary>
/// <remarks>It contains the types of the parents: moving a resource below another parent changes it (see <see cref="Alias"/>).</remarks>
public readonly struct Urn(string value) : IEquatable<Urn>
{
    private readonly string _value = value;

    public static implicit operator string(Urn value) => value._value;

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    public static Output<string> Create(
        Input<string> name, Input<string> type, Resource? parent = null, Input<string>? parentUrn = null,
        Input<string>? project = null, Input<string>? stack = null)
    {
        var settings = ProgramRun.Required.Settings;
        var above = parent?.Urn ?? parentUrn?.AsOutput() ?? Output.Create("");
        return Output.Tuple(
                name.ToOutput(), type.ToOutput(), above,
                (project ?? settings.Project).AsOutput(), (stack ?? settings.Stack).AsOutput())
            .Apply(part => Protocol.Of(part.Item5, part.Item4, part.Item3, part.Item2, part.Item1));
    }

    public override string ToString() => _value;

    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    public bool Equals(Urn other) => _value == other._value;

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;
}
