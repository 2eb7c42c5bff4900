using Tests.Shared;
using Tests.Shared.Architecture;

namespace Proxy.Tests.Architecture;

public class ProxyLayerTests
{
    [Fact]
    public void A_folder_uses_only_folders_below_it() =>
        Assert.Empty(ProxyLayers.Order.Violations(SourceTree.Read(Path.Combine(ReadmeTable.Root, "proxy"))));

    [Fact]
    public void The_documentation_shows_the_layers() => ReadmeTable.AssertIn("docs/architecture.md", "layers proxy", ProxyLayers.Order.Table);
}
