namespace EdgeInfra.Model;

/// <summary>
/// What a preset comes to: a backend with its policy and its healthcheck, or failures, all at once. Warnings do not hinder; they name what
/// looks like a mistake.
/// </summary>
public sealed record StoreExpansion(Backend? Backend, Healthcheck? Healthcheck, ValueList<Failure> Failures, ValueList<Failure> Warnings);
