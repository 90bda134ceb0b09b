using Pulumi;

namespace Unit.PulumiOffline;

public sealed class ServerArgs : ResourceArgs
{
    [Input("tags")]
    private InputList<string>? _tags;

    [Input("address")]
    public Input<string>? Address { get; set; }

    [Input("port")]
    public Input<int>? Port { get; set; }

    public InputList<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    [Input("near")]
    public Input<Resource>? Near { get; set; }
}
