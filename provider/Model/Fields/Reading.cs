namespace EdgeInfra.Model;

/// <summary>
/// What came of making a record from loose values: the record with all that could be read, and everything that could not.
/// </summary>
/// <remarks>The record is there even when there are failures, for further checks; use it only when <see cref="Ok"/>.</remarks>
public sealed record Reading<T>(T Record, ValueList<Failure> Failures)
{
    public bool Ok => Failures.Count == 0;
}
