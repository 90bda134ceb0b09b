using EdgeInfra.SdkGenerator;

const string Usage = """
    usage: edgeinfra-sdkgen SCHEMA FOLDER
    Writes the C# classes of a package schema: edgeinfra-sdkgen schema/edgeinfra.json provider/Sdk/Generated
    """;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(Usage);
    return 0;
}

if (args is not [var schema, var folder])
{
    Console.Error.WriteLine(Usage);
    return 2;
}

SdkFolder.Replace(folder, SdkWriter.Write(File.ReadAllText(schema)));
return 0;
