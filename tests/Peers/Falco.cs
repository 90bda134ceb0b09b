using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kit;

namespace Peers;

/// <summary>falco, a linter of Fastly's dialect.</summary>
internal static class Falco
{
    /// <summary>Fails with everything falco has to say when one of the texts has an error.</summary>
    public static async Task FindsNoErrorIn(params IReadOnlyCollection<string> texts)
    {
        using var folder = new TempFolder();
        var files = texts.Select((text, i) =>
        {
            File.WriteAllText(folder.At($"{i}.vcl"), Known(text));
            return folder.At($"{i}.vcl");
        }).ToList();

        var ran = (await Shell.Run("node", [Repository.At("tests", "Peers", "node", "lint.js"), .. files])).Succeeded();

        var said = JsonNode.Parse(ran.Output)!;
        Assert.Equal(texts.Count, said["linted"]!.GetValue<int>());
        Assert.True(said["problems"]!.AsObject().Count == 0, said["problems"]!.ToJsonString());
    }

    private static string Known(string text) => WithoutLaterWords(WithoutShields(text));

    // Only generated VCL declares shields and goes there: falco, made for written VCL, knows neither.
    private static string WithoutShields(string text) => Regex.Replace(
        Regex.Replace(text, @"(?m)^director (ssl_)?shield_\w+ shield \{[^}]*\}", "# falco-ignore-start\n$0\n# falco-ignore-end"),
        @"(?m)^ *set req\.backend = fastly\.try_select_shield\(\w+, \w+\);", "# falco-ignore-next-line\n$0");

    // Fastly documents both; this falco is older. What it checks of them otherwise stays: their place, their arguments' types.
    private static string WithoutLaterWords(string text) => Regex.Replace(text, @"(?m)^( *unset \w+\.http\.[\w-]+)\*;", "$1;")
        .Replace("digest.hmac_sha256_with_base64_key(", "digest.hmac_sha256(", StringComparison.Ordinal);
}
