using EdgeInfra.Edge.Control;
using EdgeInfra.Model;
using Kit;

namespace Unit.Edge.Control;

public sealed class Version_store : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly List<string> _log = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Gives_back_exactly_what_was_saved()
    {
        var service = Service() with { Declared = new Service { Name = "www: #1", Comment = "two\nlines \t \"quoted\" é 🙂 \u0001 ..." } };
        service = service.With(service.Latest with
        {
            Comment = "- not a list\n...\n",
            Locked = Noon,
            Objects =
            [
                Stored(ObjectKind.Domain, new Domain { Name = "www.example.com" }),
                Stored(ObjectKind.Condition, new Condition { Name = "a/b", Type = "REQUEST", Statement = "req.url ~ \"^/x\" && \r\n req.http.A", Priority = -3 }),
                Stored(ObjectKind.Healthcheck, new Healthcheck { Name = "true", Host = "example.com", Path = "/", Headers = ["Beep:Boop", "A: b, c"] }),
                Stored(ObjectKind.Backend, new Backend
                {
                    Name = "null", Address = "2001:db8::1", Port = 8443, UseSsl = true, OverrideHost = "x.example.com", MaxUse = 3, TcpKeepaliveEnable = false,
                    SslCaCert = "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n", Healthcheck = "true", RequestCondition = "a/b", Weight = 7,
                }),
                Stored(ObjectKind.Backend, new Backend { Name = "b", Address = "192.0.2.1", UseSsl = false }),
            ],
        }) with { Active = 1 };

        Store().Save(null, service);

        Assert.Equal(service, Assert.Single(Store().Load()));
        Assert.Empty(_log);
    }

    [Fact]
    public void Gives_back_texts_of_any_characters()
    {
        var everyCharacter = string.Concat(Enumerable.Range(0, 0xD800).Concat(Enumerable.Range(0xE000, 0x2000)).Select(code => (char)code)) + "🙂";
        foreach (var text in (string[])[everyCharacter, "", " ", "~", "null", "yes", "0x1", "|", "> ", "\n...\n", "--- a", "'", "\"", "\\", "{}", "#", "a: b", new string('x', 5000)])
        {
            var version = new VersionState(1, Noon, Noon) { Comment = text };
            Assert.Equal(text, VersionDocument.Read(VersionDocument.Write("id", version), "id", 1).Comment);
        }
    }

    [Fact]
    public void Writes_only_the_document_that_differs()
    {
        var first = Service();
        Store().Save(null, first);
        var files = new StoppingFiles { StepsLeft = 3 }; // one document: write, rename, sync
        Store(files).Save(first, first.With(first.Latest with { Comment = "x" }));
        Assert.False(files.Stopped);
        Assert.Equal("x", Assert.Single(Store().Load()).Latest.Comment);
    }

    [Theory]
    [InlineData("create")]
    [InlineData("edit")]
    [InlineData("clone")]
    [InlineData("activate")]
    [InlineData("delete")]
    public void Holds_the_old_or_the_new_state_wherever_it_is_killed(string change)
    {
        var before = change == "create" ? null : Service();
        var after = Change(Service(), change);
        var outcomes = new List<bool>();
        for (var steps = 0; ; steps++)
        {
            using var folder = new TempFolder();
            if (before is not null)
            {
                Store(folder: folder).Save(null, before);
            }

            var files = new StoppingFiles { StepsLeft = steps };
            Attempt(() => new VersionStore(folder.Path, files, _ => { }).Save(before, after));

            var loaded = Store(folder: folder).Load().SingleOrDefault();
            Assert.True(loaded == before || loaded == after, $"{change} killed at step {steps} left a mixture: {loaded}");
            Assert.Empty(_log);
            Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.tmp", SearchOption.AllDirectories));
            Store(folder: folder).Save(loaded, after); // and it can go on from there
            Assert.Equal(after, Store(folder: folder).Load().Single());

            outcomes.Add(loaded == after);
            if (!files.Stopped)
            {
                break;
            }
        }

        Assert.Contains(false, outcomes);
        Assert.Contains(true, outcomes);
        Assert.Equal(outcomes.Order(), outcomes); // never back to the old state once the new one was reached
    }

    [Fact]
    public void Names_a_damaged_document_and_loads_all_others()
    {
        var (good, cut, gone) = (Service("good"), Service("cut"), Service("gone"));
        foreach (var service in new[] { good, cut, gone })
        {
            Store().Save(null, service);
        }

        Cut(Path.Combine(_folder.Path, "services", "cut", "service.yaml"));
        Cut(Path.Combine(_folder.Path, "services", "gone", "version-1.yaml"));
        var loaded = Store().Load();

        Assert.Equal(["gone", "good"], loaded.Select(service => service.Id));
        Assert.Equal(good, loaded[1]);
        Assert.NotNull(loaded[0].Latest.Damage);
        Assert.Equal(2, _log.Count);
        Assert.Contains(Path.Combine("cut", "service.yaml"), _log[0], StringComparison.Ordinal);
        Assert.Contains(Path.Combine("gone", "version-1.yaml"), _log[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("port: 80", "port: eighty")]
    [InlineData("port: 80", "porrt: 80")]
    [InlineData("format: 1", "format: 2")]
    [InlineData("number: 1", "number: 9")]
    [InlineData("backends:", "frontends:")]
    [InlineData("name:", "name: [")]
    public void Takes_nothing_that_it_did_not_write(string written, string damaged)
    {
        var version = new VersionState(1, Noon, Noon) { Objects = [Stored(ObjectKind.Backend, new Backend { Name = "b", Address = "192.0.2.1", UseSsl = false })] };
        var text = VersionDocument.Write("id", version);
        Assert.Contains(written, text, StringComparison.Ordinal);
        Assert.Throws<DamagedDocumentException>(() => VersionDocument.Read(text.Replace(written, damaged, StringComparison.Ordinal), "id", 1));
    }

    [Fact]
    public void Takes_no_document_that_was_cut_anywhere()
    {
        var text = VersionDocument.Write("id", new VersionState(1, Noon, Noon));
        for (var length = 0; length < text.Length; length++)
        {
            Assert.Throws<DamagedDocumentException>(() => VersionDocument.Read(text[..length], "id", 1));
        }
    }

    [Fact]
    public void Takes_no_service_without_a_version()
    {
        var text = ServiceDocument.Write(Service() with { Versions = [] });
        Assert.Throws<DamagedDocumentException>(() => ServiceDocument.Read(text, "id"));
        Assert.Empty(ServiceDocument.Read(ServiceDocument.Write(Service() with { Versions = [], Deleted = Noon }), "id").Versions);
    }

    [Fact]
    public void Tells_a_folder_in_use_from_one_that_cannot_be_locked()
    {
        using (FolderLock.Take(_folder.Path, "edge.lock"))
        {
            Assert.Null(FolderLock.Take(_folder.Path, "edge.lock"));
        }

        File.CreateSymbolicLink(_folder.At("loop.lock"), _folder.At("loop.lock"));
        Assert.ThrowsAny<IOException>(() => FolderLock.Take(_folder.Path, "loop.lock"));
    }

    private VersionStore Store(IFiles? files = null, TempFolder? folder = null) =>
        new((folder ?? _folder).Path, files ?? new DiskFiles(), _log.Add);

    private static ServiceState Service(string id = "id") => new(id, new Service { Name = id }, Noon, Noon)
    {
        Versions = [new VersionState(1, Noon, Noon) { Objects = [Stored(ObjectKind.Domain, new Domain { Name = "www.example.com" })] }],
    };

    private static ServiceState Change(ServiceState service, string change) => change switch
    {
        "create" => service,
        "edit" => service.With(service.Latest with { Objects = [] }),
        "clone" => service with { Versions = [.. service.Versions, service.Latest with { Number = 2 }] },
        "activate" => service.With(service.Latest with { Locked = Noon }) with { Active = 1 },
        _ => service with { Deleted = Noon, Versions = [] },
    };

    private static StoredObject Stored(ObjectKind kind, INamed record) => new(kind, record, Noon, Noon.AddHours(1));

    private static void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is StoreException or IOException)
        {
            // Killed there.
        }
    }

    private static void Cut(string path) => File.WriteAllText(path, File.ReadAllText(path)[..^20]);
}
