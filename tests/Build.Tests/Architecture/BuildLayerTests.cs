using Tests.Shared;
using Tests.Shared.Architecture;

namespace Build.Tests.Architecture;

public class BuildLayerTests
{
    [Fact]
    public void A_folder_uses_only_folders_below_it() =>
        Assert.Empty(BuildLayers.Order.Violations(SourceTree.Read(Path.Combine(Repository.Root, "build"))));
}
