using ContainerSecurity.Reports.Html;

namespace Build.Tests.Reports.Html;

public sealed class TemplateTests
{
    private static readonly View Sample = new()
    {
        ["name"] = "<b>",
        ["yes"] = true,
        ["no"] = false,
        ["empty"] = "",
        ["none"] = new List<View>(),
        ["some"] = new List<View> { new() { ["item"] = 1 }, new() { ["item"] = 2, ["name"] = "own" } },
        ["part"] = new View { ["inner"] = "x" },
    };

    [Theory]
    [InlineData("{{name}}", "&lt;b&gt;")]
    [InlineData("{{unknown}}", "")]
    [InlineData("{{#yes}}y{{/yes}}{{^yes}}n{{/yes}}", "y")]
    [InlineData("{{#no}}y{{/no}}{{^no}}n{{/no}}", "n")]
    [InlineData("{{#empty}}y{{/empty}}{{^empty}}n{{/empty}}", "n")]
    [InlineData("{{#none}}y{{/none}}{{^none}}n{{/none}}", "n")]
    [InlineData("{{#some}}{{item}}{{name}} {{/some}}", "1&lt;b&gt; 2own ")]
    [InlineData("{{#part}}{{inner}}{{/part}}", "x")]
    [InlineData("{{#some}}{{#yes}}{{item}}{{/yes}}{{/some}}", "12")]
    [InlineData("{ {name} } {{ name }}", "{ {name} } {{ name }}")]
    public void A_template_shows_what_its_view_has(string template, string html) => Assert.Equal(html, new Template(template).Render(Sample));

    [Theory]
    [InlineData("{{#yes}}")]
    [InlineData("{{/yes}}")]
    [InlineData("{{#yes}}{{#no}}{{/yes}}{{/no}}")]
    public void A_section_that_does_not_end_where_it_began_is_an_error(string template) =>
        Assert.Throws<FormatException>(() => new Template(template));

    [Theory]
    [InlineData("a & <b> \"c\" 'd'", "a &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39;")]
    [InlineData("{{name}}", "{{name}}")]
    [InlineData("\u001b[2J\u0000", "‹U+001B›[2J‹U+0000›")]
    [InlineData("\u202egnp.exe", "‹U+202E›gnp.exe")]
    [InlineData("👩\u200d💻 größer", "👩\u200d💻 größer")]
    public void Text_is_escaped_and_what_cannot_be_seen_is_named(string text, string html) => Assert.Equal(html, Template.Escape(text));
}
