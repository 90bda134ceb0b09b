namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>There are no credentials. The message names the property, and how to mend it; it never holds a secret.</summary>
internal sealed class CredentialException(string message, Exception? inner = null) : Exception(message, inner);
