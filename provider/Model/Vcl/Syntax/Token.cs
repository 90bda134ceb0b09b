namespace EdgeInfra.Model.Vcl;

/// <param name="Text">The name, the digits, the decoded content of a text, or why the token is invalid.</param>
internal readonly record struct Token(TokenKind Kind, Position At, string Text);
