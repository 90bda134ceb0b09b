namespace EdgeInfra.Model;

/// <summary>One node of a compiled condition.</summary>
internal delegate bool Test(IRequestView request);
