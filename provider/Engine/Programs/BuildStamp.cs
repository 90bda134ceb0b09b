using System.Collections.Immutable;

namespace EdgeInfra.Engine.Programs;

/// <summary>What a build was made of and where its result is.</summary>
/// <param name="Binary">The program's assembly.</param>
/// <param name="Projects">The program's project file and all that it refers to.</param>
/// <param name="Fingerprint">Of the sources of these projects just before the build.</param>
internal sealed record BuildStamp(string Binary, ImmutableArray<string> Projects, string Fingerprint);
