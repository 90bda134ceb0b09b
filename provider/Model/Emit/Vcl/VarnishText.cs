namespace EdgeInfra.Model;

/// <summary>
/// VCL for open-source Varnish, and what it does not do as the runtime would. It loads in any case; read the problems
/// before trusting it.
/// </summary>
public sealed record VarnishText(string Text, ValueList<Problem> Problems);
