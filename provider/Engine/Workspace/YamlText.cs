using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EdgeInfra.Engine.Workspace;

/// <summary>Parses YAML. Whatever the parser stumbles over is a <see cref="YamlException"/> with a place.</summary>
internal static class YamlText
{
    public static YamlStream Load(string text)
    {
        var parser = new Parser(new StringReader(text));
        var stream = new YamlStream();
        try
        {
            stream.Load(parser);
            return stream;
        }
        catch (Exception lost) when (lost is InvalidOperationException or ArgumentException or FormatException)
        {
            // The scanner loses its way, without a word about where, in brackets that are not closed.
            var at = parser.Current?.Start ?? Mark.Empty;
            throw new YamlException(at, at, "a bracket, brace or quote from here on is not closed", lost);
        }
    }
}
