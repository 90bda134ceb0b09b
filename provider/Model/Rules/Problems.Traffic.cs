namespace EdgeInfra.Model;

/// <summary>What can be wrong with rules for traffic.</summary>
public static partial class Problems
{
    public static Problem BadRuleTarget(string target, string type, string allowed) =>
        Error("EDGE050", "dst", $"is \"{target}\", which a rule of type {type} cannot change: it can change {allowed}.");

    public static Problem RuleBreaksFraming(string header) =>
        Error("EDGE051", "dst", $"is the header {header}: it says how messages are told apart on a connection, so the edge alone sets it.");

    public static Problem RuleForgesEdge(string header) =>
        Error("EDGE052", "dst", $"is the header {header}: the edge sets it from what it knows, and origins rely on that. "
            + "X-Forwarded-For is decided by xff of request settings; take another name for anything else.");

    public static Problem RuleCannotDelete(string target) =>
        Error("EDGE053", "action", $"is delete, and without {target} there is no message: only other headers can be deleted.");

    public static Problem RuleMustSet(string action) => Error("EDGE061", "action", $"is {action}: a backend can only be set.");

    public static Problem BadRuleSource(SyntaxProblem syntax) => Error("EDGE054", "src", $"cannot be used, {syntax}");

    public static Problem BadHashKey(SyntaxProblem syntax) => Error("EDGE250", "hashKeys", $"cannot be used, {syntax}");

    public static Problem BadRulePattern(SyntaxProblem syntax) =>
        Error("EDGE055", "regex", $"cannot be used with this substitution: {syntax.Message}");

    public static Problem RuleBackendUnknown(string name, IEnumerable<string> known) =>
        Error("EDGE056", "src", $"is \"{name}\", which is no backend or director of this version.{Instead(name, known)}");

    public static Problem RuleConditionNotAsked(string property, string condition) =>
        Error("EDGE058", property, $"names the condition \"{condition}\", but rules of this type do not follow it: leave it unset.");

    public static Problem RuleConditionSees(string property, string condition, SyntaxProblem syntax) =>
        Error("EDGE059", property, $"names the condition \"{condition}\", which cannot be asked here, {syntax}");

    public static Problem StatusCannotBeSent(int status) =>
        Error("EDGE060", "status", $"is {status}: an answer has a status from 200 to 599.");

    public static Problem AnswerWithoutCondition(string name) =>
        Warning("EDGE065", PathOf(ResponseObject.Fields, name), "has no effect: without a condition nothing asks for it.");

    public static Problem NothingToWaitFor(string name, string property) =>
        Warning("EDGE066", $"{PathOf(RequestSettings.Fields, name)}.{property}", "has no effect: requests do not wait for one another in this runtime.");

    public static Problem NoGeography(string name) =>
        Warning("EDGE067", $"{PathOf(RequestSettings.Fields, name)}.geoHeaders", "has no effect: the runtime does not know where addresses are.");
}
