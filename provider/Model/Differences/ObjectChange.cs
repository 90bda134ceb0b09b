namespace EdgeInfra.Model;

/// <summary>One object that differs between two versions, told by its name.</summary>
/// <param name="Before">The normalised record, null when it is added.</param>
/// <param name="After">The normalised record, null when it is removed.</param>
/// <param name="Fields">What differs; empty unless changed.</param>
public sealed record ObjectChange(
    ObjectKind Kind, ObjectAction Action, string Name, INamed? Before, INamed? After, ValueList<Change> Fields)
{
    /// <summary>Must be deleted and made anew, because a changed field cannot be changed in place.</summary>
    public bool Replaces => Fields.Any(change => change.Replaces);
}
