namespace EdgeInfra.Model;

/// <summary>Header rules: each in the subroutine of its type, by priority.</summary>
internal static class FastlyHeaders
{
    /// <param name="type">request, fetch, cache or response.</param>
    public static void Write(VclWriter vcl, ServiceVersion version, FastlySymbols symbols, string type)
    {
        foreach (var header in version.Headers.Where(header => header.Type == type).OrderBy(header => header.Priority))
        {
            vcl.Comment($"Header rewrite {header.Name} : {VclLiteral.Number(header.Priority)}");
            if (HeaderStatement.Of(header, symbols, out var why) is not { } statement)
            {
                vcl.Comment($"Not applied: {why}").Line();
                continue;
            }

            string?[] conditions = [header.RequestCondition, header.CacheCondition, header.ResponseCondition];
            FastlyGuard.Write(vcl, version, header.Name, conditions, () =>
            {
                if (header.IgnoreIfSet && header.Action != "delete")
                {
                    vcl.Block($"if (!{HeaderTarget.Of(header)!.Name}) {{", () => vcl.Line(statement));
                }
                else
                {
                    vcl.Line(statement);
                }
            });
        }
    }
}
