namespace EdgeInfra.Engine.Planning;

/// <summary>What is to be done about a resource that exists: Same, Update or Replace.</summary>
/// <param name="DeleteFirst">Of a replacement: the old one goes before the new one comes.</param>
internal sealed record Verdict(Operation Operation, DiffOutcome Diff, bool DeleteFirst);
