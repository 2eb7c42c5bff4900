using ContainerSecurity.Findings;
using ContainerSecurity.Sources;

namespace Build.Tests.Sources;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    public void An_empty_text_is_no_document(string text) => Assert.Null(YamlText.ReadOne("x.yaml", text));

    [Fact]
    public void One_document_is_read() => Assert.NotNull(YamlText.ReadOne("x.yaml", "a: 1\n"));

    [Theory]
    [InlineData("a: [1")]
    [InlineData("ignored: [DL3008\nfailure-threshold: : error")]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("--- a\n--- b\n")]
    [InlineData("*unknown")]
    [InlineData("a: &x\n  b: [1, *x]\n")]
    public void What_is_not_one_YAML_document_is_refused_by_the_name_of_its_file(string text) =>
        Assert.StartsWith("x.yaml", Assert.Throws<InputException>(() => YamlText.ReadOne("x.yaml", text)).Message);
}
