namespace EdgeInfra.Model;

/// <summary>A part of a service that is told apart by its name; names are compared exactly, case and all.</summary>
public interface INamed
{
    string Name { get; }
}
