namespace EdgeInfra.Model;

/// <summary>The side of Varnish's program an expression stands on; it decides which variables there are.</summary>
internal enum VarnishPlace
{
    /// <summary>vcl_recv and vcl_hash.</summary>
    Request,

    /// <summary>vcl_backend_fetch: what is sent to the origin.</summary>
    Fetch,

    /// <summary>vcl_backend_response: what the origin has answered. The client's request is out of sight.</summary>
    Answer,

    /// <summary>vcl_deliver.</summary>
    Delivery,
}
