using Tests.Shared;
using Tests.Shared.Architecture;

namespace Build.Tests.Architecture;

public class BuildLayerTests
{
    /// <summary>Violations that are still there; the aim is none.</summary>
    private static readonly string[] Tolerated = [];

    [Fact]
    public void A_folder_uses_only_folders_below_it()
    {
        var violations = BuildLayers.Order.Violations(SourceTree.Read(Path.Combine(ReadmeTable.Root, "build")));

        Assert.True(violations.SequenceEqual(Tolerated), string.Join('\n', violations));
    }

    [Fact]
    public void The_documentation_shows_the_layers() => ReadmeTable.AssertIn("docs/architecture.md", "layers build", BuildLayers.Order.Table);
}
