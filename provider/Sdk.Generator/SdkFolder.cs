namespace EdgeInfra.SdkGenerator;

/// <summary>The folder of generated files. Whatever else is generated there is removed.</summary>
internal static class SdkFolder
{
    public static void Replace(string folder, IReadOnlyDictionary<string, string> files)
    {
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.GetFiles(folder, "*.g.cs").Where(old => !files.ContainsKey(Path.GetFileName(old))))
        {
            File.Delete(old);
        }

        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }
}
