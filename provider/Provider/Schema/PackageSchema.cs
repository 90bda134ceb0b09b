namespace EdgeInfra.Plugin.Schema;
internal static class PackageSchema { public static string Text => "{}"; }
