using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>The stored form of all tokens: one file, so that a deletion of several is decided by one rename.</summary>
internal static class TokenDocument
{
    public static string Write(IEnumerable<Token> tokens) => YamlWriter.Document(yaml =>
    {
        yaml.Number("format", ServiceDocument.Format);
        yaml.Maps("tokens", tokens, (item, token) =>
        {
            item.Text("id", token.Id);
            item.Text("name", token.Name);
            item.Field("scopes", token.Scopes);
            item.Field("services", token.Services);
            item.Time("created_at", token.Created);
            item.Time("expires_at", token.Expires);
            item.Text("salt", token.Salt);
            item.Text("hash", token.Hash);
        });
    });

    /// <summary>Throws <see cref="DamagedDocumentException"/>.</summary>
    public static ValueList<Token> Read(string text)
    {
        var yaml = YamlMap.Document(text);
        ServiceDocument.RequireFormat(yaml);
        return yaml.Maps("tokens").Select(item => new Token(item.Text("id"), item.Text("name"), item.Time("created_at"))
        {
            Scopes = Texts(item, "scopes"),
            Services = Texts(item, "services"),
            Expires = item.TimeIfAny("expires_at"),
            Salt = Hexadecimal(item, "salt"),
            Hash = Hexadecimal(item, "hash"),
        }).ToValueList();
    }

    private static ValueList<string> Texts(YamlMap item, string name) =>
        (JsonSerializer.Deserialize<string[]>(item.FormText(name)) ?? []).ToValueList();

    private static string Hexadecimal(YamlMap item, string name) =>
        item.Text(name) is var text && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitLower)
            ? text : throw new DamagedDocumentException($"{name} must be hexadecimal");
}
