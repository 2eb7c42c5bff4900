using Build.Tests.Images;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.TrivyIgnore;

namespace Build.Tests.Formats.TrivyIgnore;

public class IgnoreFileTests
{
    [Fact]
    public void Entries_are_read_with_their_lines()
    {
        var file = IgnoreFile.Parse("""
            vulnerabilities:
              - id: CVE-2099-0001
                statement: not reachable
                expired_at: 2026-12-01
                purls: [pkg:deb/debian/curl]
            misconfigurations:
            secrets:
              - id: private-key
                paths:
                  - "docs/**"
            """);

        var entry = Assert.Single(file.Vulnerabilities);
        Assert.Equal(("CVE-2099-0001", "not reachable", new DateOnly(2026, 12, 1), 2), (entry.Id, entry.Statement, entry.ExpiresAt, entry.Line));
        Assert.Equal("pkg:deb/debian/curl", Assert.Single(entry.Purls));
        Assert.Empty(file.Misconfigurations);
        Assert.Equal("docs/**", Assert.Single(Assert.Single(file.Secrets).Paths));
    }

    [Theory]
    [InlineData("vulnerabilities: [\n", "not YAML")]
    [InlineData("license: []\n", ".trivyignore.yaml:1: `license` is none of")]
    [InlineData("secrets: []\nsecrets: []\n", ".trivyignore.yaml:2: `secrets` stands here a second time")]
    [InlineData("secrets:\n  - {id: a, id: b}\n", ".trivyignore.yaml:2: `id` stands here a second time")]
    [InlineData("secrets: &all\n  - id: a\n    paths: *all\n", ".trivyignore.yaml:3: this alias")]
    [InlineData("secrets:\n  - &a {id: x}\n  - <<: *a\n", ".trivyignore.yaml:3: `*a` is an alias")]
    [InlineData("secrets:\n  - id: a\n    until: x\n", ".trivyignore.yaml:3: `until` is not a field of an exception")]
    [InlineData("secrets:\n  - statement: a\n", ".trivyignore.yaml:2: `secrets` has an exception without an id")]
    [InlineData("secrets:\n  - id: a\n    expired_at: tomorrow\n", ".trivyignore.yaml:3: `expired_at` is `tomorrow`, which is not a date")]
    [InlineData("secrets: CVE-2099-0001\n", ".trivyignore.yaml:1: `secrets` must be a list")]
    [InlineData("secrets:\n  - id: a\n    paths:\n", ".trivyignore.yaml:3: `paths` must be a text or a list of texts")]
    [InlineData("secrets: [private-key]\n", ".trivyignore.yaml:1: `secrets` must be a list of exceptions, each with an id")]
    public void A_mistake_is_an_error_with_file_and_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => IgnoreFile.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_form_without_reasons_is_refused_rather_than_ignored()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".trivyignore", "CVE-2099-0001\n");

        Assert.Contains(".trivyignore.yaml", Assert.Throws<InputException>(() => IgnoreFile.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_there_are_no_exceptions()
    {
        using var folder = new TemporaryFolder();

        Assert.Empty(IgnoreFile.Read(folder.Path).Vulnerabilities);
    }
}
