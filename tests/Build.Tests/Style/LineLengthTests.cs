using Tests.Shared.Style;

namespace Build.Tests.Style;

public class LineLengthTests
{
    /// <summary>Folders whose lines are still to be wrapped.</summary>
    private static readonly string[] Exempt =
    [
        "build/Checkout/", "build/Formats/", "build/Gates/", "build/Rules/", "tests/Build.Tests/Architecture/", "tests/Build.Tests/Checkout/",
        "tests/Build.Tests/Formats/", "tests/Build.Tests/Gates/", "tests/Build.Tests/Rules/", "tests/Proxy.Tests/",
    ];

    [Theory]
    [InlineData("build")]
    [InlineData("proxy")]
    [InlineData("tests")]
    public void No_line_is_longer_than_the_editor_configuration_says(string folder) =>
        Assert.DoesNotContain(LongLines.In(folder), line => !Exempt.Any(path => line.StartsWith(path, StringComparison.Ordinal)));
}
