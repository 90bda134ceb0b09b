namespace EdgeInfra.Model.Vcl;

internal enum TokenKind
{
    End,
    Name,
    Text,
    Integer,
    Float,
    RelativeTime,
    Truth,
    Open,
    Close,
    Comma,
    And,
    Or,
    Not,
    Equal,
    NotEqual,
    Matches,
    DoesNotMatch,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Plus,
    Minus,

    /// <summary>Not a token; its text says why.</summary>
    Invalid,
}
