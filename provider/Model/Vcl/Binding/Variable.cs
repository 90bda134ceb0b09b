namespace EdgeInfra.Model.Vcl;

/// <summary>A variable: in which scopes it is there, and which view it is read from.</summary>
internal sealed record Variable(VclScope Scopes, VclViews View, Func<VclEnvironment, Code> Code);
