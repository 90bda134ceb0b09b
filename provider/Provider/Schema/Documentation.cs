namespace EdgeInfra.Plugin.Schema;

/// <summary>The long texts beside the resources, as they go into the schema.</summary>
internal static class Documentation
{
    public static string Of(string name)
    {
        using var text = typeof(Documentation).Assembly.GetManifestResourceStream($"{name}.md")
            ?? throw new InvalidOperationException($"there is no Resources/{name}.md");
        using var reader = new StreamReader(text);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
