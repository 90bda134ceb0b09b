namespace Pulumi;

/// <summary>Options of the root stack.</summary>
/// <remarks>Those the full package has need a program that the engine can call back; they are not offered here.</remarks>
public class StackOptions;
