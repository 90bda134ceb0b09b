namespace EdgeInfra.Model;

/// <summary>Why a path cannot be asked of an origin. Every one of them is the client's mistake, so the answer is a 400; none of them means missing.</summary>
public enum PathRefusal
{
    None,

    /// <summary>It does not begin with a slash.</summary>
    NotAbsolute,

    /// <summary>A percent sign without two hexadecimal digits.</summary>
    BadEscape,

    /// <summary>A zero byte, where many programs end a text.</summary>
    ZeroByte,

    /// <summary>Bytes that are not UTF-8, which no store can have in a key.</summary>
    NotUtf8,

    /// <summary>A backslash, which some stores read as a slash.</summary>
    Backslash,

    /// <summary>A segment of one or two dots where a prefix is in use: it could lead out of the prefix.</summary>
    DotSegment,
}
