namespace EdgeInfra.Model;

/// <summary>What a piece of VCL text is.</summary>
internal enum PieceKind
{
    End,

    /// <summary>A word: letters, digits, _, -, dots and colons inside.</summary>
    Name,

    /// <summary>A text between quotes, its content decoded.</summary>
    Text,

    /// <summary>A number, with its unit or percent sign if it has one.</summary>
    Number,

    /// <summary>Anything else, one character or an operator of two, such as <c>{</c> or <c>&amp;&amp;</c>.</summary>
    Sign,

    /// <summary>Unreadable; the text says why.</summary>
    Invalid,
}
