using Build.Tests.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;

namespace Build.Tests.Formats.Dockerfiles;

public sealed class HereDocumentTests
{
    [Fact]
    public void The_instruction_ends_with_the_delimiter_and_holds_the_lines_before_it()
    {
        var dockerfile = DockerfileParserTests.Only("FROM a\nRUN <<EOF\nset -e\n# no comment of the Dockerfile\nFROM b\nEOF\nUSER 1\n");
        var run = dockerfile.Instructions[1];

        Assert.Equal((2, 6), (run.Line, run.EndLine));
        Assert.Equal(new HereDocument("EOF", false, true, "set -e\n# no comment of the Dockerfile\nFROM b\n", 3), Assert.Single(run.HereDocuments));
        Assert.Equal("<<EOF", run.Text);
        Assert.Empty(dockerfile.Comments);
        Assert.Equal(7, dockerfile.Instructions[2].Line);
    }

    [Theory]
    [InlineData("<<EOF", "EOF", false, true)]
    [InlineData("<<-EOF", "EOF", true, true)]
    [InlineData("<<'EOF'", "EOF", false, false)]
    [InlineData("<<\"EOF\"", "EOF", false, false)]
    [InlineData("<<-E\"O\"F", "EOF", true, false)]
    [InlineData("<< EOF", "EOF", false, true)]
    [InlineData("3<<EOF", "EOF", false, true)]
    public void Its_word_says_how_it_is_read(string word, string name, bool stripTabs, bool expand)
    {
        var document = Assert.Single(DockerfileParserTests.Only($"FROM a\nRUN cat {word} > /x\nb\nEOF\n").Instructions[1].HereDocuments);

        Assert.Equal((name, stripTabs, expand), (document.Name, document.StripTabs, document.Expand));
    }

    [Fact]
    public void Several_follow_each_other_in_the_order_of_their_words()
    {
        var copy = DockerfileParserTests.Only("FROM a\nCOPY <<one <<two /x/\n1\none\n2\ntwo\n").Instructions[1];

        Assert.Equal([("one", "1\n", 3), ("two", "2\n", 5)], copy.HereDocuments.Select(document => (document.Name, document.Content, document.Line)));
        Assert.Equal(6, copy.EndLine);
    }

    [Fact]
    public void Tabs_before_the_delimiter_count_only_without_a_dash()
    {
        Assert.Equal(4, DockerfileParserTests.Only("FROM a\nRUN <<-E\n\tb\n\tE\n").Instructions[1].EndLine);
        Assert.Null(DockerfileParser.Parse("Dockerfile", "FROM a\nRUN <<E\n\tb\n\tE\n").Dockerfile);
    }

    [Theory]
    [InlineData("ADD <<E /x\nb\nE")]
    [InlineData("ONBUILD RUN <<E\nb\nE")]
    [InlineData("ONBUILD COPY <<E /x\nb\nE")]
    public void ADD_and_triggers_have_them_too(string text)
    {
        var instruction = DockerfileParserTests.Only($"FROM a\n{text}\n").Instructions[1];

        Assert.Equal(4, instruction.EndLine);
        Assert.Equal("b\n", Assert.Single((instruction.Triggered ?? instruction).HereDocuments).Content);
    }

    [Theory]
    [InlineData("RUN cat <<<EOF")]
    [InlineData("RUN echo '<<EOF'")]
    [InlineData("RUN [\"cat\", \"<<EOF\"]")]
    [InlineData("CMD cat <<EOF")]
    [InlineData("RUN echo <<")]
    [InlineData("RUN echo \"x <<EOF")]
    public void What_only_looks_like_one_is_none(string line)
    {
        var dockerfile = DockerfileParserTests.Only($"FROM a\n{line}\nUSER 1\n");

        Assert.Empty(dockerfile.Instructions[1].HereDocuments);
        Assert.Equal(3, dockerfile.Instructions.Length);
    }
}
