namespace EdgeInfra.Engine.Planning;

/// <summary>What a step does to one resource. Names and meanings are Pulumi's.</summary>
internal enum Operation
{
    Same,
    Create,
    Update,
    Delete,
    Replace,
    CreateReplacement,
    DeleteReplaced,
    Read,
    ReadReplacement,
    Refresh,
    Discard,
    DiscardReplaced,
    RemovePendingReplace,
    Import,
    ImportReplacement,
}
