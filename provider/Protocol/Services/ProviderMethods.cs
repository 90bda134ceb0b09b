using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace EdgeInfra.Protocol.Services;

/// <summary>What an engine asks a provider plugin.</summary>
public static class ProviderMethods
{
    public static readonly RpcMethod<ProviderHandshakeRequest, ProviderHandshakeResponse> Handshake = new("ResourceProvider", "Handshake");
    public static readonly RpcMethod<ParameterizeRequest, ParameterizeResponse> Parameterize = new("ResourceProvider", "Parameterize");
    public static readonly RpcMethod<GetSchemaRequest, GetSchemaResponse> GetSchema = new("ResourceProvider", "GetSchema");
    public static readonly RpcMethod<CheckRequest, CheckResponse> CheckConfig = new("ResourceProvider", "CheckConfig");
    public static readonly RpcMethod<DiffRequest, DiffResponse> DiffConfig = new("ResourceProvider", "DiffConfig");
    public static readonly RpcMethod<ConfigureRequest, ConfigureResponse> Configure = new("ResourceProvider", "Configure");
    public static readonly RpcMethod<InvokeRequest, InvokeResponse> Invoke = new("ResourceProvider", "Invoke");
    public static readonly RpcMethod<CallRequest, CallResponse> Call = new("ResourceProvider", "Call");
    public static readonly RpcMethod<CheckRequest, CheckResponse> Check = new("ResourceProvider", "Check");
    public static readonly RpcMethod<DiffRequest, DiffResponse> Diff = new("ResourceProvider", "Diff");
    public static readonly RpcMethod<CreateRequest, CreateResponse> Create = new("ResourceProvider", "Create");
    public static readonly RpcMethod<ReadRequest, ReadResponse> Read = new("ResourceProvider", "Read");
    public static readonly RpcMethod<UpdateRequest, UpdateResponse> Update = new("ResourceProvider", "Update");
    public static readonly RpcMethod<DeleteRequest, Empty> Delete = new("ResourceProvider", "Delete");
    public static readonly RpcMethod<ConstructRequest, ConstructResponse> Construct = new("ResourceProvider", "Construct");
    public static readonly RpcMethod<Empty, Empty> Cancel = new("ResourceProvider", "Cancel");
    public static readonly RpcMethod<Empty, PluginInfo> GetPluginInfo = new("ResourceProvider", "GetPluginInfo");
    public static readonly RpcMethod<PluginAttach, Empty> Attach = new("ResourceProvider", "Attach");
    public static readonly RpcMethod<GetMappingRequest, GetMappingResponse> GetMapping = new("ResourceProvider", "GetMapping");
    public static readonly RpcMethod<GetMappingsRequest, GetMappingsResponse> GetMappings = new("ResourceProvider", "GetMappings");
}
