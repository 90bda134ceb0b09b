namespace Pulumi;

/// <summary>A value of one of two types.</summary>
internal interface IUnion
{
    object Value { get; }
}
