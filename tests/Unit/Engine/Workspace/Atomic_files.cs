using EdgeInfra.Engine.Workspace;
using Kit;

namespace Unit.Engine.Workspaces;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class Atomic_files : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Are_for_their_owner_only_unless_shared()
    {
        AtomicFile.Write(_folder.At("own"), "x"u8);
        AtomicFile.Write(_folder.At("shared"), "x"u8, shared: true);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.At("own")));
        Assert.True(File.GetUnixFileMode(_folder.At("shared")).HasFlag(UnixFileMode.GroupRead));
    }

    [Fact]
    public void Leave_nothing_behind_when_they_cannot_be_written()
    {
        Directory.CreateDirectory(_folder.At("taken"));

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(_folder.At("taken"), "x"u8));

        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }
}
