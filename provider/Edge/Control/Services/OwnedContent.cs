namespace EdgeInfra.Edge.Control;

/// <summary>A content with the service and the object it belongs to, as of one moment.</summary>
/// <param name="Owner">The object as the newest version has it that has it.</param>
internal sealed record OwnedContent(ServiceState Service, StoredObject Owner, Content Content);
