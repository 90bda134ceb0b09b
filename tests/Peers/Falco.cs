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
            File.WriteAllText(folder.At($"{i}.vcl"), WithoutShields(text));
            return folder.At($"{i}.vcl");
        }).ToList();

        var ran = (await Shell.Run("node", [Repository.At("tests", "Peers", "node", "lint.js"), .. files])).Succeeded();

        var said = JsonNode.Parse(ran.Output)!;
        Assert.Equal(texts.Count, said["linted"]!.GetValue<int>());
        Assert.True(said["problems"]!.AsObject().Count == 0, said["problems"]!.ToJsonString());
    }

    // Only generated VCL declares shields and goes there: falco, made for written VCL, knows neither.
    private static string WithoutShields(string text) => Regex.Replace(
        Regex.Replace(text, @"(?m)^director (ssl_)?shield_\w+ shield \{[^}]*\}", "# falco-ignore-start\n$0\n# falco-ignore-end"),
        @"(?m)^ *set req\.backend = fastly\.try_select_shield\(\w+, \w+\);", "# falco-ignore-next-line\n$0");
}
