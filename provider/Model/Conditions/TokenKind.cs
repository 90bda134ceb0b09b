namespace EdgeInfra.Model;

internal enum TokenKind
{
    End,
    Name,
    Text,
    Open,
    Close,
    And,
    Or,
    Not,
    Equal,
    NotEqual,
    Matches,
    DoesNotMatch,

    /// <summary>Not a token; its text says why.</summary>
    Invalid,
}
