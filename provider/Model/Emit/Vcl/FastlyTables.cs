namespace EdgeInfra.Model;

/// <summary>
/// Dictionaries and ACLs in Fastly's dialect. Of a dictionary whose items can only be written it shows the name alone.
/// </summary>
internal static class FastlyTables
{
    public static void Write(VclWriter vcl, ServiceVersion version, VersionContents contents)
    {
        foreach (var dictionary in version.Dictionaries)
        {
            Declare(vcl, "table", dictionary.Name, () => Items(vcl, dictionary, contents));
        }

        foreach (var acl in version.Acls)
        {
            Declare(vcl, "acl", acl.Name, () => Entries(vcl, acl, contents));
        }
    }

    private static void Declare(VclWriter vcl, string kind, string name, Action content)
    {
        if (VclName.Normalised(name) is var symbol && FastlySymbols.IsWord(symbol))
        {
            vcl.Block($"{kind} {symbol} {{", content).Line();
        }
        else
        {
            vcl.Comment($"Not declared: the {kind} {name}, which is a word of VCL").Line();
        }
    }

    private static void Items(VclWriter vcl, EdgeDictionary dictionary, VersionContents contents)
    {
        if (dictionary.WriteOnly)
        {
            vcl.Line("# Its items can only be written, never read back.");
            return;
        }

        foreach (var item in contents.Tables.FirstOrDefault(table => table.Name == dictionary.Name)?.Items ?? [])
        {
            vcl.Line($"{VclLiteral.Text(item.ItemKey)}: {VclLiteral.Text(item.ItemValue)},");
        }
    }

    private static void Entries(VclWriter vcl, Acl acl, VersionContents contents)
    {
        foreach (var entry in contents.Acls.FirstOrDefault(known => known.Name == acl.Name)?.Entries ?? [])
        {
            vcl.Line($"{(entry.Negated ? "!" : "")}\"{entry.Ip}\"{(entry.Subnet is { } bits ? $"/{bits}" : "")};");
        }
    }
}
