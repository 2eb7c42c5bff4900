using ContainerSecurity.Formats.SecurityPolicy;

namespace Build.Tests.Formats.SecurityPolicy;

public class SecurityPolicyParserTests
{
    [Fact]
    public void A_measure_has_id_name_text_over_several_lines_and_line()
    {
        var document = Parse("- CT-1.1 **Base Images**: Using official\n  images by digest");

        Assert.Equal(new Measure("CT-1.1", "Base Images", "Using official images by digest", 5), Assert.Single(document.Measures));
        Assert.Empty(document.Malformed);
        Assert.Equal(3, document.Line);
    }

    [Theory]
    [InlineData("- **Base Images**: no id")]
    [InlineData("- C-1.1 **Base Images**: one capital")]
    [InlineData("- CTX-1.1 **Base Images**: three capitals")]
    [InlineData("- ct-1.1 **Base Images**: no capitals")]
    [InlineData("- CT-1 **Base Images**: one number")]
    [InlineData("- CT-1.1.1 **Base Images**: three numbers")]
    [InlineData("- CT-1.01 **Base Images**: leading zero")]
    [InlineData("- CT1.1 **Base Images**: no dash")]
    [InlineData("- `CT-1.1` **Base Images**: quoted")]
    [InlineData("- **CT-1.1 Base Images**: inside the name")]
    [InlineData("- CT-1.1 Base Images: no bold name")]
    [InlineData("- CT-1.1 **Base Images** no colon")]
    [InlineData("- CT-1.1 **Base Images**:")]
    [InlineData("* CT-1.1 **Base Images**: another bullet")]
    [InlineData("1. CT-1.1 **Base Images**: numbered")]
    [InlineData("  - CT-1.1 **Base Images**: nested")]
    [InlineData("- Just a sentence that promises much")]
    public void A_list_item_of_another_form_is_malformed_with_its_line(string item)
    {
        var document = Parse(item);

        Assert.Empty(document.Measures);
        Assert.Equal(5, Assert.Single(document.Malformed).Line);
    }

    [Fact]
    public void An_id_stands_in_the_section_of_its_number()
    {
        var malformed = Assert.Single(Parse("- CT-2.1 **Base Images**: elsewhere").Malformed);

        Assert.Contains("section 1", malformed.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_is_given_once()
    {
        var document = Parse("- CT-1.1 **One**: a\n- CT-1.1 **Two**: b");

        Assert.Equal("One", Assert.Single(document.Measures).Name);
        Assert.Equal(6, Assert.Single(document.Malformed).Line);
    }

    [Theory]
    [InlineData("<!-- - CT-1.1 **Base Images**: hidden -->")]
    [InlineData("<!--\n- CT-1.1 **Base Images**: hidden\n-->")]
    [InlineData("```text\n- CT-1.1 **Base Images**: an example\n```")]
    [InlineData("~~~~\n~~~\n- CT-1.1 **Base Images**: an example\n~~~~")]
    public void What_no_reader_sees_as_prose_is_no_measure(string text)
    {
        var document = Parse(text);

        Assert.Empty(document.Measures);
        Assert.Empty(document.Malformed);
    }

    [Fact]
    public void Lists_of_other_sections_are_no_measures()
    {
        var document = Parse("- CT-1.1 **Base Images**: yes\n\n## Known Limitations\n\n- **Anything**: goes here\n1. And here");

        Assert.Single(document.Measures);
        Assert.Empty(document.Malformed);
    }

    [Fact]
    public void A_document_without_the_section_has_no_measures() =>
        Assert.Empty(SecurityPolicyParser.Parse("# Policy\n\n- CT-1.1 **A**: b\n").Measures);

    private static SecurityPolicyDocument Parse(string items) =>
        SecurityPolicyParser.Parse(
            $"# Policy\n\n## Security Measures\n### 1. Container Security\n{items}\n".Replace("\n", "\r\n", StringComparison.Ordinal));
}
