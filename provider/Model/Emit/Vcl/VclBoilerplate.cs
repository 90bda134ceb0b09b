namespace EdgeInfra.Model;

/// <summary>
/// The subroutines every service has when it brings no VCL of its own. Lines <c>#FASTLY name</c> mark where the generated
/// statements go; a main VCL file without them loses its backends.
/// </summary>
public static class VclBoilerplate
{
    public const string Text =
        """
        sub vcl_recv {
        #FASTLY recv

            if (req.method != "HEAD" && req.method != "GET" && req.method != "FASTLYPURGE") {
                return(pass);
            }

            return(lookup);
        }

        sub vcl_hash {
            set req.hash += req.url;
            set req.hash += req.http.host;
        #FASTLY hash
            return(hash);
        }

        sub vcl_hit {
        #FASTLY hit
            return(deliver);
        }

        sub vcl_miss {
        #FASTLY miss
            return(fetch);
        }

        sub vcl_pass {
        #FASTLY pass
            return(pass);
        }

        sub vcl_fetch {
        #FASTLY fetch

            if ((beresp.status == 500 || beresp.status == 503) && req.restarts < 1 && (req.method == "GET" || req.method == "HEAD")) {
                restart;
            }

            if (req.restarts > 0) {
                set beresp.http.Fastly-Restarts = req.restarts;
            }

            if (beresp.http.Set-Cookie) {
                return(pass);
            }

            if (beresp.http.Cache-Control ~ "private") {
                return(pass);
            }

            if (beresp.status == 500 || beresp.status == 503) {
                set beresp.ttl = 1s;
                set beresp.grace = 5s;
                return(deliver);
            }

            if (!(beresp.http.Expires || beresp.http.Surrogate-Control ~ "max-age" || beresp.http.Cache-Control ~ "(s-maxage|max-age)")) {
                set beresp.ttl = 3600s;
            }

            return(deliver);
        }

        sub vcl_error {
        #FASTLY error
            return(deliver);
        }

        sub vcl_deliver {
        #FASTLY deliver
            return(deliver);
        }

        sub vcl_log {
        #FASTLY log
        }

        """;

    private const string Mark = "#FASTLY ";

    private const string Key = "    set req.hash += ";

    private const string Ttl = "beresp.ttl = 3600s";

    /// <summary>
    /// The subroutines with the generated statements in the place of the marks. Two things of the text are settings of the
    /// version: how long an answer is fresh that does not say so, and what the cache's key is made of.
    /// </summary>
    internal static void Expand(VclWriter vcl, Settings settings, IReadOnlyDictionary<string, Action> generated)
    {
        foreach (var line in Text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith(Key, StringComparison.Ordinal))
            {
                continue;
            }

            if (!line.StartsWith(Mark, StringComparison.Ordinal))
            {
                vcl.Line(line.Replace(Ttl, $"beresp.ttl = {VclLiteral.Number(settings.DefaultTtl)}s", StringComparison.Ordinal));
                continue;
            }

            var name = line[Mark.Length..];
            var marked = name.ToUpperInvariant();
            vcl.Block($"#--FASTLY {marked} BEGIN", () => generated.GetValueOrDefault(name)?.Invoke(), $"#--FASTLY {marked} END");
        }
    }
}
