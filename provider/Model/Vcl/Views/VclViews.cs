namespace EdgeInfra.Model.Vcl;

/// <summary>
/// Which views a frame will hold when expressions are evaluated. Variables of other views are refused when compiling, so that
/// nothing is missing later.
/// </summary>
[Flags]
public enum VclViews
{
    None = 0,
    Request = 1,
    OriginRequest = 2,
    Response = 4,
    Connection = 8,
    CachedObject = 16,
    All = Request | OriginRequest | Response | Connection | CachedObject,
}
