namespace EdgeInfra.Engine.Builtin;

/// <summary>What a command wrote; without the newline at the end, as pulumi-command has it.</summary>
internal sealed record CommandOutput(int ExitCode, string Stdout, string Stderr);
