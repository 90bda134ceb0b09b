using EdgeInfra.Model;

namespace Unit.Model;

/// <summary>Valid declarations to vary in tests.</summary>
internal static class Samples
{
    public static Backend Backend(string name = "origin") => new() { Name = name, Address = "origin.example.com" };

    public static OriginPolicy Policy() => new()
    {
        PathPrefix = "/file/b",
        ErrorPages = [new() { Statuses = ["404", "500-503"], Path = "/404.html" }, new() { Content = "gone" }],
        Signing = new() { Region = "eu-central-1", AccessKey = "AKIA", SecretKey = "sesame" },
        EdgeAuth = new() { Form = "secret", Secret = "open" },
    };

    public static Healthcheck Healthcheck(string name = "alive") =>
        new() { Name = name, Host = "origin.example.com", Path = "/healthz" };

    public static Condition Condition(string name = "is-api", string statement = "req.url ~ \"^/api/\"", int priority = 100) =>
        new() { Name = name, Type = "REQUEST", Statement = statement, Priority = priority };

    public static ServiceVersion Version(params ReadOnlySpan<Backend> backends) =>
        new() { ServiceId = "svc", Number = 1, Domains = ["www.example.com"], Backends = [.. backends] };

    /// <summary>A value that is allowed, and not the field's default.</summary>
    public static object Unusual(Field field)
    {
        if (field.Part is { } part)
        {
            var record = part.ReadValues(part.ToDictionary(inner => inner.Name, inner => (object?)Unusual(inner))).Record;
            return field.IsList ? part.ListOf([record, record]) : record;
        }

        if (field.Type == typeof(int))
        {
            return field.Default is int number ? number == (field.Max ?? int.MaxValue) ? number - 1 : number + 1 : field.Min ?? 7;
        }

        if (field.Type == typeof(bool))
        {
            return field.Default is not true;
        }

        if (field.Format == TextFormat.HostPattern)
        {
            return (ValueList<string>)["*.example.com", "api.example.net:8443"];
        }

        if (field.Format is TextFormat.Status or TextFormat.StatusRange)
        {
            return (ValueList<string>)["204", "3xx"];
        }

        return field.Type == typeof(ValueList<string>) ? (ValueList<string>)["A: 1", "B: x, \"y\""] : UnusualText(field);
    }

    private static string UnusualText(Field field) => field.Format switch
    {
        _ when field.OneOf.Count > 0 => field.OneOf.First(choice => choice.Value != (string?)field.Default).Value,
        TextFormat.Address or TextFormat.HostHeader or TextFormat.Domain => "unusual.example.com",
        TextFormat.Path => "/unusual",
        TextFormat.Method => "OPTIONS",
        TextFormat.PemCertificate => "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        _ => "unusual é \"text\"",
    };
}
