using System.Runtime.CompilerServices;

namespace Unit.Model.Emit;

/// <summary>Texts kept beside the tests. With EDGEINFRA_ACCEPT=1 they are rewritten instead of compared: read that diff.</summary>
internal static class Golden
{
    public static void Is(string name, string actual, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, name + ".golden");
        if (Environment.GetEnvironmentVariable("EDGEINFRA_ACCEPT") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file), actual);
    }
}
