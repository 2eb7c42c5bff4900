using Build.Tests.Images;
using ContainerSecurity.Checkout;

namespace Build.Tests.Checkout;

public sealed class FolderWalkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_is_left_out_is_not_entered_at_any_depth_and_git_never()
    {
        _folder.Write("bin/x.dll", "");
        _folder.Write("sub/obj/y", "");
        _folder.Write("sub/.hidden/z.cs", "");
        _folder.Write("sub/.git/config", "");

        Assert.Equal("sub/.hidden/z.cs", Assert.Single(FolderWalk.Under(_folder.Path, folder => Path.GetFileName(folder) is "bin" or "obj")).Path);
    }
}
