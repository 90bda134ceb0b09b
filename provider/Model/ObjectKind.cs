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
}
