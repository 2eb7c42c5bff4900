using ClaudeCodeProxy.Providers.Schemas;

namespace Proxy.Tests.Providers.Schemas;

public sealed class SchemaFeaturesTests
{
    [Fact]
    public void Each_has_a_row_and_a_name_of_its_own()
    {
        var features = Enum.GetValues<SchemaFeature>().Where(feature => feature is not (SchemaFeature.None or SchemaFeature.BeyondCore));
        Assert.Equal(features.Order(), SchemaFeatures.All.Select(row => row.Feature).Order());
        Assert.All(SchemaFeatures.All, row => Assert.Equal(row.Feature, SchemaFeatures.Find(row.Name)));
        Assert.Equal(SchemaFeature.BeyondCore, SchemaFeatures.Find("core"));
        Assert.Null(SchemaFeatures.Find("cores"));
    }

    [Fact]
    public void The_core_needs_no_feature_and_every_other_keyword_has_one() => Assert.Equal(
        ["description", "enum", "items", "properties", "required", "type"],
        SchemaKeywords.All.Where(keyword => keyword.Feature == SchemaFeature.None).Select(keyword => keyword.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Several_are_named() =>
        Assert.Equal("patterns, formats", SchemaFeatures.Describe(SchemaFeature.Patterns | SchemaFeature.Formats));
}
