namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Lets a request whose answer was thrown away begin anew, as its rules have left it; as often as Fastly does.</summary>
internal sealed class BeginAnew : IStage
{
    private const int Most = 3;

    public ValueTask Run(EdgeRequest request, EdgeHandler rest) =>
        request.Service!.Config.Rules.Restarts.Count > 0 ? Repeat(request, rest) : rest(request); // set by MatchDomain

    private static async ValueTask Repeat(EdgeRequest request, EdgeHandler rest)
    {
        await rest(request);
        while (request.BeginsAnew)
        {
            if (request.Restarts == Most || request.Body is not null)
            {
                await request.Fail(request.Body is null ? EdgeError.TooManyRestarts : EdgeError.BodyIsGone);
                return;
            }

            request.BeginAnew();
            await rest(request);
        }
    }
}
