namespace EdgeInfra.Edge.Proxy;

/// <summary>One step in the life of a request. It answers the request itself or calls <c>rest</c>; never both.</summary>
internal interface IStage
{
    ValueTask Run(EdgeRequest request, EdgeHandler rest);
}
