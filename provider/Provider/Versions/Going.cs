namespace EdgeInfra.Plugin.Versions;

/// <summary>How far a changed version goes.</summary>
internal enum Going
{
    Live,
    Staged,
    Drafted,
}
