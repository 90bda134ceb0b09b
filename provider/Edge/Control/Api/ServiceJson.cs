using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>A service as the control API tells it; each call tells a little more or less, as Fastly's do.</summary>
internal static class ServiceJson
{
    public static Answer One(ServiceState service) => Answer.Json(json => Answer.Object(json, () =>
    {
        Write(json, service, service.Versions);
        json.WriteBoolean("paused", false);
        json.WriteString("publish_key", "");
    }));

    public static Answer Found(ServiceState service) =>
        Answer.Json(json => Answer.Object(json, () => Write(json, service, service.Versions)));

    /// <summary>An item of the list of services.</summary>
    public static void WriteListed(Utf8JsonWriter json, ServiceState service) => Answer.Object(json, () =>
    {
        Write(json, service, service.Versions);
        json.WriteNumber("version", Current(service).Number);
        json.WriteBoolean("paused", false);
    });

    /// <param name="shown">null when the call asks for a version there is none of.</param>
    public static Answer Details(ServiceState service, IEnumerable<VersionState> versions, VersionState? shown) =>
        Answer.Json(json => Answer.Object(json, () =>
        {
            Write(json, service, versions);
            WriteVersion(json, "version", service, shown);
            WriteVersion(json, "active_version", service, service.ActiveVersion);
        }));

    /// <summary>The version a service is known by: the active one, or the newest while none is.</summary>
    public static VersionState Current(ServiceState service) => service.ActiveVersion ?? service.Latest;

    private static void Write(Utf8JsonWriter json, ServiceState service, IEnumerable<VersionState> versions)
    {
        json.WriteString("id", service.Id);
        Service.Fields.WriteJson(json, service.Declared);
        json.WriteString("customer_id", Account.Customer);
        json.WritePropertyName("versions");
        VersionJson.WriteAll(json, service, versions);
        VersionJson.Times(json, service.Created, service.Updated);
        VersionJson.WriteEnvironments(json, service);
    }

    private static void WriteVersion(Utf8JsonWriter json, string name, ServiceState service, VersionState? version)
    {
        json.WritePropertyName(name);
        if (version is null)
        {
            json.WriteNullValue();
        }
        else
        {
            VersionJson.WriteDetails(json, service, version);
        }
    }
}
