using Tests.Shared;
using Tests.Shared.Architecture;

namespace Proxy.Tests.Architecture;

public class ProxyLayerTests
{
    [Fact]
    public void A_folder_uses_only_folders_below_it() =>
        Assert.Empty(ProxyLayers.Order.Violations(SourceTree.Read(Path.Combine(Repository.Root, "proxy"))));
}
