namespace EdgeInfra.Edge.Control;

/// <summary>The one customer and the one user there are: a runtime belongs to whoever started it. Ids are as long as Fastly's.</summary>
internal static class Account
{
    public const string Customer = "EdgeInfraLocalCustomer";
    public const string User = "EdgeInfraLocalOperator";
    public const string Login = "operator@localhost";
    public const string Name = "EdgeInfra";
}
