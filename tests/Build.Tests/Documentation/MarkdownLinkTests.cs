using System.Text.RegularExpressions;
using Tests.Shared;
using Tests.Shared.Documentation;

namespace Build.Tests.Documentation;

/// <summary>Links from one document to another file or heading of the repository lead somewhere.</summary>
public sealed partial class MarkdownLinkTests
{
    [Fact]
    public void Every_relative_link_leads_to_a_file_and_a_heading() => Assert.Empty(MarkdownFiles.All.SelectMany(Broken));

    /// <summary>The changelog also names what is gone.</summary>
    [Fact]
    public void Every_path_of_the_code_that_a_document_names_exists() => Assert.Empty(
        from document in MarkdownFiles.All
        where document != "CHANGELOG.md"
        from path in CodePath().Matches(Text(document)).Select(match => match.Groups[1].Value)
        where !Path.Exists(Path.Combine(Repository.Root, path))
        select $"{document}: {path}");

    [Theory]
    [InlineData("## Hadolint's rules", "hadolints-rules")]
    [InlineData("# JSON: an own cursor", "json-an-own-cursor")]
    [InlineData("### `misconfig`, own rules", "misconfig-own-rules")]
    public void A_heading_is_linked_as_GitHub_names_it(string heading, string anchor) => Assert.Equal([anchor], Anchors(heading));

    private static IEnumerable<string> Broken(string document) =>
        from link in Link().Matches(Fence().Replace(Text(document), "")).Select(match => match.Groups[1].Value)
        where !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("../../actions/", StringComparison.Ordinal)
        let parts = link.Split('#')
        let target = parts[0].Length == 0 ? document : Path.Join(Path.GetDirectoryName(document), parts[0])
        where !Path.Exists(Path.Combine(Repository.Root, target)) || (parts.Length > 1 && !Anchors(Text(target)).Contains(parts[1]))
        select $"{document}: {link}";

    private static string Text(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));

    private static IEnumerable<string> Anchors(string text) => Heading().Matches(Fence().Replace(text, ""))
        .Select(match => NotInAnchors().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`((?:build|proxy|tests|docs)/[^`<>*…]*)`")]
    private static partial Regex CodePath();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
