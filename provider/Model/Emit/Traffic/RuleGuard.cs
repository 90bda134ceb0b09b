using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>The conditions under which a rule is followed: all of them must hold; without any it always is.</summary>
public sealed record RuleGuard(ValueList<ConditionExpression> Conditions)
{
    public static RuleGuard Always { get; } = new([]);

    public bool Holds(in VclFrame frame)
    {
        for (var i = 0; i < Conditions.Count; i++)
        {
            if (!Conditions[i].Holds(frame))
            {
                return false;
            }
        }

        return true;
    }
}
