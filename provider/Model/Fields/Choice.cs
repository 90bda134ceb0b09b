namespace EdgeInfra.Model;

/// <summary>One allowed value of a field, with what it means; <see cref="NotYet"/> says why it is refused for now.</summary>
public sealed record Choice(string Value, string Description, string? NotYet, string? Name = null);
