namespace EdgeInfra.Model.Vcl;

/// <summary>VCL's types, by VCL's names in small letters.</summary>
internal enum VclType
{
    String,
    Bool,
    Integer,
    Float,
    Time,
    Rtime,
    Ip,

    // These two are what only parameters of functions can be.
    Table,
    Pattern,
}
