namespace EdgeInfra.Model;

/// <summary>A response object as the proxy gives it. The content is sent in UTF-8.</summary>
/// <param name="ContentType">Empty for none.</param>
public sealed record AnswerRule(int Status, string Reason, string ContentType, string Content, RuleGuard Guard);
