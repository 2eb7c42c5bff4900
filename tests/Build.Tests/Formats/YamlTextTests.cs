using ContainerSecurity.Findings;
using ContainerSecurity.Formats;

namespace Build.Tests.Formats;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    public void An_empty_text_is_no_document(string text) => Assert.Null(YamlText.ReadOne("x.yaml", text));

    [Fact]
    public void One_document_is_read() => Assert.NotNull(YamlText.ReadOne("x.yaml", "a: 1\n"));

    [Theory]
    [InlineData("a: [1", 2)]
    [InlineData("ignored: [DL3008\nx: y\n", 1)]
    [InlineData("a: 1\nignored: [DL3008\nfailure-threshold: : error", 2)]
    [InlineData("a: 1\na: 2\n", 2)]
    [InlineData("--- a\n--- b\n", 2)]
    [InlineData("*unknown", 1)]
    [InlineData("a: &x\n  b: [1, *x]\n", 2)]
    public void What_is_not_one_YAML_document_is_refused_by_the_name_of_its_file_and_line(string text, int line)
    {
        var error = Assert.Throws<InputException>(() => YamlText.ReadOne("x.yaml", text));

        Assert.StartsWith($"x.yaml:{line}: ", error.Message);
        Assert.Equal(line, error.Line);
    }
}
