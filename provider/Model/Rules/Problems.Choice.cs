namespace EdgeInfra.Model;

/// <content>What can be wrong with the choice of a backend.</content>
public static partial class Problems
{
    public static Problem UnknownMember(string director, string backend, IEnumerable<string> known) =>
        Error("EDGE070", $"{PathOf(Director.Fields, director)}.backends",
            $"names the backend \"{backend}\", which this version does not have.{Instead(backend, known)}");

    public static Problem NoMember(string director) =>
        Error("EDGE071", $"{PathOf(Director.Fields, director)}.backends", "is empty: a director needs at least one backend to send requests to.");

    public static Problem DirectorHidden(string director) =>
        Error("EDGE072", PathOf(Director.Fields, director),
            "has the name of a backend, so rules that name it would get the backend: give the director a name of its own.");

    public static Problem DirectorUnused(string director) =>
        Warning("EDGE170", PathOf(Director.Fields, director),
            "gets no requests: a header rule of type request has to set \"backend\" to its name.");

    public static Problem SharedCondition(string condition, IEnumerable<string> unused, string used) =>
        Warning("EDGE171", "backends",
            $"has more than one with the request condition \"{condition}\": \"{used}\" is used, and no request goes to {Quoted(unused)}. "
            + "Give each a condition of its own, or balance them without one.");

    public static Problem EqualPriorities(int priority, IEnumerable<string> conditions) =>
        Warning("EDGE172", "conditions",
            $"has several of priority {priority} that choose backends, {Quoted(conditions)}: where more than one holds, "
            + "the backend declared last is used here, and any of them at Fastly. Give them different priorities.");

    public static Problem WeightWithoutEffect(string backend) =>
        Warning("EDGE173", $"{PathOf(Backend.Fields, backend)}.weight",
            "has no effect: set autoLoadbalance, make the backend a member of a director, or leave the weight at its default.");
}
