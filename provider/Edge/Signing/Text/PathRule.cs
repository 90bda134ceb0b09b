namespace EdgeInfra.Edge.Signing.Text;

/// <summary>What a scheme makes of the path on the wire before it signs it.</summary>
internal enum PathRule
{
    /// <summary>As stores do: each byte escaped exactly once, whatever the wire had; nothing is removed.</summary>
    Once,

    /// <summary>As AWS's other services do: what the wire has is escaped once more.</summary>
    Twice,

    /// <summary>The same, after dot segments and empty ones are gone.</summary>
    TwiceNormalised,
}
