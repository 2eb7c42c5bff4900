using ContainerSecurity.Checkout.Globs;

namespace Build.Tests.Checkout.Globs;

/// <summary>Where the dialects differ; what each has for itself is tested where it is used.</summary>
public class GlobTests
{
    private static readonly Dictionary<string, GlobDialect> Dialects = new()
    {
        ["git"] = GlobDialect.GitIgnore,
        ["go"] = GlobDialect.GoPath,
        ["docker"] = GlobDialect.DockerIgnore,
        ["paths"] = GlobDialect.Paths,
        ["text"] = GlobDialect.LongestText,
    };

    [Theory]
    [InlineData("a/**/b", "a/b", "git docker paths")]
    [InlineData("a/**/b", "a/x/y/b", "git docker paths text")]
    [InlineData("a/**/b", "a/x/b", "git go docker paths text")]
    [InlineData("a/**", "a/x/y", "git docker paths text")]
    [InlineData("a/**", "a", "")]
    [InlineData("a**c", "a/b/c", "docker text")]
    [InlineData("a**c", "abc", "git go paths text")]
    [InlineData("a*c", "a/c", "text")]
    [InlineData("a?c", "a/c", "text")]
    [InlineData("[ab]", "a", "git go docker")]
    [InlineData("[ab]", "[ab]", "paths text")]
    [InlineData("[!a]", "b", "git")]
    [InlineData("[!a]", "!", "git go docker")]
    [InlineData("[^a]", "b", "git go docker")]
    [InlineData("[^a]", "/", "")]
    [InlineData("[.-0]", "/", "")]
    [InlineData("[]a]", "]", "git go docker")]
    [InlineData("[[:digit:]]", "1", "git")]
    [InlineData("[a\\]b]", "]", "git go docker")]
    [InlineData("[z-a]", "z", "")]
    [InlineData("\\*", "*", "git go docker text")]
    [InlineData("\\*", "\\x", "paths")]
    public void A_glob_matches_as_its_dialect_says(string glob, string text, string matching) =>
        Assert.Equal(matching, Which(dialect => Glob.ToRegex(glob, dialect)?.IsMatch(text) == true));

    [Theory]
    [InlineData("[a", "git go docker")]
    [InlineData("[^]", "git go docker")]
    [InlineData("[z-a]", "go docker")]
    [InlineData("[[:unknown:]]", "git")]
    [InlineData("a\\", "git go docker text")]
    public void A_malformed_glob_is_none(string glob, string refusing) =>
        Assert.Equal(refusing, Which(dialect => Glob.ToRegex(glob, dialect) is null));

    [Fact]
    public void No_glob_takes_long() =>
        Assert.DoesNotMatch(Glob.ToRegex(string.Concat(Enumerable.Repeat("*a", 30)), GlobDialect.GitIgnore)!, new string('a', 5000) + "b");

    private static string Which(Func<GlobDialect, bool> holds) =>
        string.Join(' ', Dialects.Where(dialect => holds(dialect.Value)).Select(dialect => dialect.Key));
}
