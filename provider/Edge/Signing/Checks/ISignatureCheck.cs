namespace EdgeInfra.Edge.Signing.Checks;

/// <summary>What a store does with a signature: computes it anew from what arrived and compares.</summary>
internal interface ISignatureCheck
{
    SignatureVerdict Check(in ReceivedRequest request, DateTimeOffset now);
}
