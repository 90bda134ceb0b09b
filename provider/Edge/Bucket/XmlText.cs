using System.Security;

namespace EdgeInfra.Edge.Bucket;

/// <summary>Text inside of an XML document.</summary>
internal static class XmlText
{
    /// <summary>Without what XML can't hold.</summary>
    public static string Escape(string text) => SecurityElement.Escape(new string([.. text.Where(c => c >= ' ' && !char.IsSurrogate(c))]));

    public static string Element(string name, string text) => $"<{name}>{Escape(text)}</{name}>";

    public static string Elements(IEnumerable<(string Name, string Text)> all) => string.Concat(all.Select(one => Element(one.Name, one.Text)));
}
