using Tests.Shared.Documentation;

namespace Proxy.Tests.Documentation;

/// <summary>Documents say what the code says; the target Docs runs this class to write them.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void Generated_sections_say_what_the_code_says() => GeneratedDocuments.Check(GeneratedSections.All);

    [Fact]
    public void Every_section_that_is_marked_as_generated_is() =>
        Assert.Equal(GeneratedSections.All.Select(section => section.ToString()).Order(), GeneratedDocuments.MarkedFor("proxy").Order());
}
