using System.Text;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>An error page, ready to be given.</summary>
internal sealed class LiveErrorPage(ErrorPage page)
{
    public StatusSet Statuses { get; } = new(page.Statuses);

    /// <summary>Path of the object, without the policy's prefix; null where there is only a text.</summary>
    public string? Path => page.Path;

    public byte[]? Content { get; } = page.Content is { } text ? Encoding.UTF8.GetBytes(text) : null;

    public string ContentType => page.ContentType;

    public TimeSpan Ttl { get; } = TimeSpan.FromSeconds(page.Ttl);

    public int StatusFor(int status) => page.Status ?? status;
}
