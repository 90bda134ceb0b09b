using System.Net;

namespace EdgeInfra.Model.Vcl;

/// <summary>The arguments of a call; their types have been checked. A text that is not set arrives as "".</summary>
internal sealed class Arguments(VclEnvironment environment, IReadOnlyList<Argument> given)
{
    public VclEnvironment Environment { get; } = environment;

    public int Count => given.Count;

    public Get<string?> TextOrNothing(int at) => Code(at).Text;

    public Get<string> Text(int at)
    {
        var text = Code(at).Text;
        return frame => text(frame) ?? "";
    }

    public Get<string> Text(int at, string otherwise) => at < Count ? Text(at) : _ => otherwise;

    public Get<long> Integer(int at) => Code(at).As<long>();

    public Get<long> Integer(int at, long otherwise) => at < Count ? Integer(at) : _ => otherwise;

    public Get<double> Float(int at) => Code(at).As<double>();

    public Get<DateTimeOffset> Time(int at) => Code(at).As<DateTimeOffset>();

    public Get<TimeSpan> Rtime(int at) => Code(at).As<TimeSpan>();

    public Get<IPAddress?> Ip(int at) => Code(at).As<IPAddress?>();

    // The binder has put there what the parameter's type asks for.
    public TimedRegex Pattern(int at) => given[at].Pattern!;

    public ITable Table(int at) => given[at].Table!;

    private Code Code(int at) => given[at].Code!;
}
