namespace EdgeInfra.Model.Vcl;

/// <summary>A table of texts (an edge dictionary). Its content may change while expressions that name it live on.</summary>
public interface ITable
{
    /// <summary>The value of the key, or null where there is none. Case counts in keys.</summary>
    string? Find(string key);
}
