namespace EdgeInfra.Model;

/// <param name="Column">Where it begins, from 1.</param>
/// <param name="Text">The name, the decoded content of a text, or why the token is invalid.</param>
internal readonly record struct Token(TokenKind Kind, int Column, string Text);
