namespace EdgeInfra.Edge.Control;

/// <summary>A stored document cannot be understood. The message reads after the file's name.</summary>
internal sealed class DamagedDocumentException(string message) : Exception(message);
