using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// A <see cref="Header"/> ready to be applied. It only computes: whoever applies it decides whether the outcome can stand
/// there, because a URL or a status cannot be any text.
/// </summary>
/// <param name="Source">null for a rule that deletes, or assigns a backend by its name.</param>
/// <param name="Backend">The backend or director that a rule assigns, by one of its <see cref="ChoiceNames"/>.</param>
public sealed record HeaderRule(
    string Name, RuleTarget Target, RuleAction Action, ValueExpression? Source, bool IgnoreIfSet, RuleGuard Guard,
    string? Backend = null)
{
    /// <summary>Whether it adds a line of its own: joined into one line, two cookies are none.</summary>
    public bool AddsLine => Action == RuleAction.Append && Target is { Field: null }
        && Target.Header.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands there afterwards, given what stands there now; null is nothing at all, which is not the empty text.</summary>
    public string? Value(string? current, in VclFrame frame)
    {
        if (Target.Field is not { } field)
        {
            return Changed(current, frame);
        }

        var old = Subfield.Find(current, field, Target.Separator);
        var changed = Changed(old, frame);
        return changed == old ? current : Subfield.With(current, field, changed, Target.Separator);
    }

    private string? Changed(string? old, in VclFrame frame) =>
        Action == RuleAction.Delete ? null
        : IgnoreIfSet && old is not null ? old
        : SafeText.Of(Source?.Evaluate(frame)) is not { } value ? (Action == RuleAction.Append ? old : null)
        : Action == RuleAction.Append ? old + value
        : value;
}
