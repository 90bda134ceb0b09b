namespace EdgeInfra.Edge;

/// <summary>One header line. Characters are the bytes of the wire (Latin-1), so a value leaves as it came.</summary>
internal readonly record struct HeaderLine(string Name, string Value);
