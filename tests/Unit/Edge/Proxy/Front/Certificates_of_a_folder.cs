using EdgeInfra.Edge.Proxy.Front.Certificates;
using Kit;

namespace Unit.Edge.Proxy.Front;

public sealed class Certificates_of_a_folder : IDisposable
{
    private static readonly DateTimeOffset Late = new(2050, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Certificates _authority = new();
    private readonly TempFolder _folder = new();
    private readonly RunningLog _log = new();

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Of_two_for_one_name_the_one_that_lives_longer_is_used()
    {
        _authority.Write(_folder.At("a"), Late.AddYears(-1), "www.example.com");
        _authority.Write(_folder.At("b"), Late, "www.example.com");
        _authority.Write(_folder.At("c"), Late.AddYears(-2), "www.example.com");

        using var open = Open();

        Assert.Equal(Late, open.For("www.example.com")!.Expires);
    }

    [Fact]
    public void Tells_everything_that_is_wrong_with_a_folder_at_once_and_no_key()
    {
        var (_, key) = _authority.Write(_folder.At("a"), Late, "a.example.com");
        _authority.Write(_folder.At("b"), Late, "b.example.com");
        File.WriteAllText(_folder.At("b.key"), key); // another one's
        _authority.Write(_folder.At("c"), Late, "c.example.com");
        File.Delete(_folder.At("c.key"));
        File.WriteAllText(_folder.At("d.pem"), "");
        File.WriteAllText(_folder.At("d.key"), key.Replace("PRIVATE", "ENCRYPTED PRIVATE", StringComparison.Ordinal));
        File.WriteAllText(_folder.At("e.crt"), "nothing");
        File.WriteAllText(_folder.At("e.key"), key);

        var told = Assert.Throws<CertificateFolderException>(Open).Message;

        Assert.Contains("b: certificate and key do not belong together", told, StringComparison.Ordinal);
        Assert.Contains("c: Could not find file", told, StringComparison.Ordinal);
        Assert.Contains("d: the key is encrypted", told, StringComparison.Ordinal);
        Assert.Contains("e: there is no certificate in it", told, StringComparison.Ordinal);
        Assert.DoesNotContain(" a: ", told, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Split('\n')[1], told, StringComparison.Ordinal);
        Assert.Throws<CertificateFolderException>(() => CertificateFolder.Open(_folder.At("nowhere"), TimeProvider.System, _ => { }));
    }

    [Fact]
    public async Task Are_read_again_when_they_change_and_half_of_one_changes_nothing()
    {
        _authority.Write(_folder.At("www"), Late, "www.example.com");
        using var open = Open();
        var before = open.For("www.example.com");

        using var next = new TempFolder();
        var (certificate, key) = _authority.Write(next.At("next"), Late.AddYears(1), "www.example.com");
        File.WriteAllText(_folder.At("www.crt"), certificate);
        await _log.Has("www: certificate and key do not belong together, or one of them is not whole; what was in use stays in use");
        Assert.Same(before, open.For("www.example.com"));

        File.WriteAllText(_folder.At("www.key"), key);
        await _log.Has("www serves www.example.com; expires on 2051-01-01");
        _authority.Write(_folder.At("api"), Late, "api.example.com");
        await _log.Has("api serves api.example.com");
        File.Delete(_folder.At("www.key"));
        File.Delete(_folder.At("www.crt"));
        await _log.Has("www is gone");

        Assert.NotNull(open.For("api.example.com"));
        Assert.DoesNotContain(_log.Lines, line => line.Contains(key.Split('\n')[1], StringComparison.Ordinal));
    }

    [Fact]
    public void An_unchanged_one_stays_the_same_object_so_that_sessions_are_resumed()
    {
        var pair = _authority.Write(_folder.At("www"), Late, "www.example.com");
        var known = CertificateFile.Read(_folder.At("www.crt"), _folder.At("www.key"), null);
        File.WriteAllText(_folder.At("www.crt"), pair.Certificate);

        Assert.Same(known, CertificateFile.Read(_folder.At("www.crt"), _folder.At("www.key"), known));
    }

    private CertificateFolder Open() => CertificateFolder.Open(_folder.Path, TimeProvider.System, _log.Add);
}
