using Tests.Shared.Style;

namespace Build.Tests.Style;

public class LineLengthTests
{
    [Theory]
    [InlineData("build")]
    [InlineData("proxy")]
    [InlineData("tests")]
    public void No_line_is_longer_than_the_editor_configuration_says(string folder) =>
        Assert.Empty(LongLines.In(folder));
}
