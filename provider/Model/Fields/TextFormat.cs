namespace EdgeInfra.Model;

/// <summary>What the text of a field must look like; <see cref="Any"/> takes everything without control characters.</summary>
public enum TextFormat
{
    Any,

    /// <summary>May span lines.</summary>
    Free,

    /// <summary>Name of an object: any text but . and .., which mean something else in the address of the object.</summary>
    Name,

    /// <summary>Host name, IPv4 or IPv6 address.</summary>
    Address,

    /// <summary>Host name or IP address, with a port if need be.</summary>
    HostHeader,

    /// <summary>Host name; its first label may be <c>*</c>.</summary>
    Domain,

    /// <summary>Begins with a slash and holds no blanks.</summary>
    Path,

    /// <summary>An HTTP method.</summary>
    Method,

    /// <summary>Lines of the form <c>Name: value</c>.</summary>
    HeaderLines,

    /// <summary>IPv4 or IPv6 address.</summary>
    IpAddress,

    /// <summary>Begins with a letter; then letters, digits, underscores and blanks.</summary>
    TableName,

    /// <summary>An HTTP status, or a hundred of them: <c>204</c>, <c>3xx</c>.</summary>
    Status,

    /// <summary>A <see cref="Status"/>, or statuses from one to another: <c>500-503</c>.</summary>
    StatusRange,

    /// <summary>Host name or IP address, with a port if need be; <c>*.</c> in front stands for all names below one of two parts.</summary>
    HostPattern,

    /// <summary>One or more certificates in PEM.</summary>
    PemCertificate,
}
