using EdgeInfra.Engine.Workspace;

namespace Unit.Engine.Workspaces;

public sealed class Stack_configuration : IDisposable
{
    private readonly ProjectOnDisk _disk = new("""
        name: www
        runtime: dotnet
        config:
          port: { type: integer, default: 8080 }
          region: eu
        """);

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task Is_its_own_values_over_the_projects()
    {
        _disk.Write("Pulumi.dev.yaml", """
            config:
              www:port: 9090
              edge:flag: true
              text: "007"
              www:tree: { a: [1, "1", true, null], b: { c: 1.5 } }
              www:empty:
            """);

        var values = (await _disk.Stack()).Config.Values;

        Assert.Equal(
            [
                ("edge:flag", "true"),
                ("www:empty", ""),
                ("www:port", "9090"),
                ("www:region", "eu"),
                ("www:text", "007"),
                ("www:tree", """{"a":[1,"1",true,null],"b":{"c":1.5}}"""),
            ],
            values.Select(value => (value.Key, value.Value)));
    }

    [Fact]
    public async Task Names_all_that_is_missing_or_of_the_wrong_type()
    {
        using var disk = new ProjectOnDisk("""
            name: www
            runtime: dotnet
            config:
              port: { type: integer }
              flag: { type: boolean }
              pin: { type: integer, secret: true }
            """);
        disk.Write("Pulumi.dev.yaml", "config:\n  www:flag: maybe\n  www:pin: abc\n");

        var config = (await disk.Stack()).Config;
        var failure = Assert.Throws<WorkspaceException>(() => config.Values);

        Assert.Equal(
            """
            the configuration value 'www:flag' is 'maybe'; Pulumi.yaml declares it as boolean
            the configuration value 'www:pin' is [secret]; Pulumi.yaml declares it as integer
            the configuration value 'www:port' (integer) is required and not set; set it with: edgeinfra config set www:port VALUE
            """.ReplaceLineEndings("\n"),
            failure.Message);
    }

    [Fact]
    public async Task Keeps_comments_and_what_it_does_not_know_when_it_is_changed()
    {
        _disk.Write("Pulumi.dev.yaml", """
            # Ours.
            config:
              # The port of the site.
              www:port: "80" # was 8080

              www:list:
                - a
                # inside
                - b
              # The last one.
              www:name: x
            tags: [later]

            """);
        var config = (await _disk.Stack()).Config;

        config.Set("port", "81");
        config.Set("www:note", "a: b # c");
        config.Remove("list");
        config.Set("edge:endpoint", "http://127.0.0.1:9901");
        config.Save();

        Assert.Equal(
            """
            # Ours.
            config:
              # The port of the site.
              www:port: "81"

              # The last one.
              www:name: x
              www:note: "a: b # c"
              edge:endpoint: http://127.0.0.1:9901
            tags: [later]

            """,
            _disk.Read("Pulumi.dev.yaml"));
        Assert.Equal("a: b # c", (await _disk.Stack()).Config.Get("note"));
    }

    [Theory]
    [InlineData("config: { www:port: 80, other: [1] }\nkeep: me\n")]
    [InlineData("{ config: { www:port: 80, other: [1] }, keep: me }")]
    [InlineData("? config\n: www:port: 80\n  other: [1]\nkeep: me\n")]
    [InlineData("config:\n  \"www:port\": |\n    80\n    # no comment\n  other: [1]\nkeep: me\n")]
    public async Task Is_changed_rightly_in_any_layout(string before)
    {
        _disk.Write("Pulumi.dev.yaml", before);
        var config = (await _disk.Stack()).Config;

        config.Set("port", "81");
        config.Set("new", "true");
        config.Save();

        var after = (await _disk.Stack()).Config.Values;
        Assert.Equal(("81", "true", "[1]"), (after["www:port"], after["www:new"], after["www:other"]));
        Assert.Contains("keep: me", _disk.Read("Pulumi.dev.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("true")]
    [InlineData("0123")]
    [InlineData("1e5")]
    [InlineData("null")]
    [InlineData("- a")]
    [InlineData("a\nb")]
    [InlineData("\"quoted\" and \\ back")]
    [InlineData("https://example.com/?q=ä")]
    [InlineData("a:")]
    public async Task Gives_back_what_was_set(string value)
    {
        var config = (await _disk.Stack()).Config;
        config.Set("text", value);
        config.Save();

        Assert.Equal(value, (await _disk.Stack()).Config.Get("text"));
    }

    [Fact]
    public async Task Encrypts_secrets_and_gives_them_back_in_plain_text()
    {
        var config = (await _disk.Stack()).Config;
        config.Set("port", "1");
        config.Set("key", "hunter2", secret: true);
        config.Save();

        var again = (await _disk.Stack()).Config;

        Assert.Matches("^encryptionsalt: v1:[^\n]+\nconfig:\n  www:port: \"1\"\n  www:key:\n    secure: v1:[^\n]+\n$", _disk.Read("Pulumi.dev.yaml"));
        Assert.Equal("hunter2", again.Values["www:key"]);
        Assert.Equal(["www:key"], again.SecretKeys);
        again.Set("key", "plain");
        Assert.Empty(again.SecretKeys);
    }

    // Salt and value were encrypted by other implementations, see Passphrase_keys.
    [Fact]
    public async Task Decrypts_secrets_within_objects()
    {
        _disk.Write("Pulumi.dev.yaml", """
            encryptionsalt: v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==
            config:
              www:login:
                user: kim
                password: { secure: "v1:AAECAwQFBgcICQoL:NavUG4PWZsteWVu+MNEiNY26YntmCNmX1g==" }
            """);

        var config = (await _disk.Stack()).Config;

        Assert.Equal("""{"user":"kim","password":"\"hunter2\""}""", config.Values["www:login"]);
        Assert.Equal(["www:login"], config.SecretKeys);
    }

    [Theory]
    [InlineData("config: [a]", "line 1: 'config' is a list; expected 'key: value' lines below it")]
    [InlineData("config:\n  a:b:c:d: 1", "'a:b:c:d' is no configuration key")]
    [InlineData("secretsprovider: awskms://x", "line 1: 'secretsprovider' is 'awskms://x'; expected 'passphrase'")]
    [InlineData("environment:\n  - prod", "line 2: 'environment' needs the Pulumi service")]
    [InlineData("config:\n  www:key: { secure: v1:x }", "the file has no 'encryptionsalt'")]
    public async Task Is_refused_where_it_cannot_be_followed(string yaml, string message)
    {
        _disk.Write("Pulumi.dev.yaml", yaml);

        var failure = await Assert.ThrowsAsync<WorkspaceException>(async () => _ = (await _disk.Stack()).Config.Values);

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }
}
