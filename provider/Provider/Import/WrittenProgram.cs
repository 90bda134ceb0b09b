namespace EdgeInfra.Plugin.Import;

/// <summary>What comes of an import, as its caller gets it.</summary>
/// <param name="Files">Texts by path below the directory.</param>
/// <param name="Fragment">What cannot be a file of its own, to be pasted; empty when there is nothing.</param>
/// <param name="Next">What to do next, one step each.</param>
internal sealed record WrittenProgram(IReadOnlyDictionary<string, string> Files, string Fragment, IReadOnlyList<string> Next);
