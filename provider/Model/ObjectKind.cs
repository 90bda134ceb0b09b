namespace EdgeInfra.Model;

/// <summary>The kinds of objects there are. The order is that of reference: a kind refers only to kinds before it.</summary>
public enum ObjectKind
{
    /// <summary>Refers to nothing; also the value of a field that refers to nothing.</summary>
    None,
    Service,
    Domain,
    Condition,
    Healthcheck,
    Backend,
    Director,
    Dictionary,
    Acl,
    Header,
    CacheSettings,
    RequestSettings,
    ResponseObject,
    Gzip,
    Snippet,
    Vcl,

    /// <summary>A version has one of it, without a name.</summary>
    Settings,

    /// <summary>Belongs to a dictionary, not to a version.</summary>
    DictionaryItem,

    /// <summary>Belongs to an ACL, not to a version.</summary>
    AclEntry,

    /// <summary>Belongs to a dynamic snippet, not to a version.</summary>
    SnippetContent,

    /// <summary>Stands within a field of another object, and has no name of its own.</summary>
    Part,
}
