using EdgeInfra.Plugin.Schema;
using EdgeInfra.SdkGenerator;
using Kit;

namespace Unit.Conventions;

/// <summary>With EDGEINFRA_ACCEPT=1 in the environment the files are rewritten instead of compared: read that diff.</summary>
public sealed class Generated_files
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("EDGEINFRA_ACCEPT") == "1";
    private static readonly string Schema = Repository.At("schema", "edgeinfra.json");
    private static readonly string Sdk = Repository.At("provider", "Sdk", "Generated");

    [Fact]
    public void Hold_the_schema_the_provider_answers_with()
    {
        if (Accept)
        {
            File.WriteAllText(Schema, PackageSchema.Text);
        }

        Assert.Equal(PackageSchema.Text, File.ReadAllText(Schema));
    }

    [Fact]
    public void Hold_the_classes_of_that_schema()
    {
        var expected = SdkWriter.Write(PackageSchema.Text);
        if (Accept)
        {
            SdkFolder.Replace(Sdk, expected);
        }

        Assert.Equal(expected.Keys, Directory.GetFiles(Sdk, "*.g.cs").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(Sdk, file.Key))));
    }
}
