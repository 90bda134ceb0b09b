namespace EdgeInfra.Model;

/// <content>What can be wrong with what stands around a request: shields, and fields that no edge obeys.</content>
public static partial class Problems
{
    /// <summary>Only the control plane can find this one: it knows how its edge was started.</summary>
    public static Problem ShieldUnknown(IFieldTable table, string name, string place, IEnumerable<string> known) =>
        Warning("EDGE190", $"{PathOf(table, name)}.shield",
            $"is \"{place}\", which this edge was not told how to reach, so requests go straight to the origin: "
            + $"start it with --shield {place}=ADDRESS:PORT.{Places(place, known)}");

    public static Problem NoSaintMode(string backend) =>
        Warning("EDGE191", $"{PathOf(Backend.Fields, backend)}.errorThreshold",
            "has no effect: it sets the saint mode of old Varnish, which the runtime does not have. A healthcheck keeps requests from sick backends.");

    public static Problem ClientCertUnused(string backend) =>
        Warning("EDGE192", $"{PathOf(Backend.Fields, backend)}.clientCert",
            "has no effect, neither here nor at Fastly: sslClientCert is the certificate that is shown to the origin.");

    private static string Places(string place, IEnumerable<string> known)
    {
        var names = known.ToList();
        return names.Count == 0 ? "" : Nearest.To(place, names) is null ? $" It knows {Quoted(names)}." : Nearest.Hint(place, names);
    }
}
