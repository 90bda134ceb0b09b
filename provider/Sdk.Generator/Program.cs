using EdgeInfra.SdkGenerator;

if (args is not [var schema, var folder])
{
    Console.Error.WriteLine("usage: edgeinfra-sdkgen SCHEMA FOLDER");
    Console.Error.WriteLine("Writes the C# classes of a package schema: edgeinfra-sdkgen schema/edgeinfra.json provider/Sdk/Generated");
    return 2;
}

SdkFolder.Replace(folder, SdkWriter.Write(File.ReadAllText(schema)));
return 0;
