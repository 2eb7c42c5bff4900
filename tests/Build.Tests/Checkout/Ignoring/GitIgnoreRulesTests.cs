using System.Collections.Immutable;
using System.Diagnostics;
using ContainerSecurity.Checkout.Ignoring;

namespace Build.Tests.Checkout.Ignoring;

public class GitIgnoreRulesTests
{
    private static readonly string[] Patterns =
    [
        ".env", ".env.*", "!.env.example", "/root-only", "folder/", "a/b", "a/*/c", "**/deep", "deep/**", "x/**/y", "**", "*.key", "!important.key",
        "te?t", "[abc].txt",
        "[!abc].md", "[a-c]z", "[[:digit:]]n", @"\#hash", @"\!bang", "trailing   ", @"kept\ ", "a**b", "/a/**", "dir/*", "!dir/keep", "foo*bar",
        "*/one", "[]x]q", "[z-a]r",
        "[unclosed", @"end\", "***", "p/***/q", "/", "//", "!", "#comment", "",
    ];

    private static readonly string[] Paths =
    [
        ".env", "a/.env", ".env.local", ".env.example", "root-only", "a/root-only", "folder/x", "a/folder/x", "folder", "a/b", "z/a/b", "a/x/c",
        "a/x/y/c", "deep", "q/deep",
        "deep/er/x", "x/y", "x/1/2/y", "s.key", "important.key", "n/important.key", "test", "teest", "a.txt", "d.txt", "a.md", "d.md", "bz", "dz",
        "1n", "xn", "#hash",
        "!bang", "trailing", "kept ", "kept", "a1b", "a/1/b", "dir/keep", "dir/drop", "foo/bar", "foobar", "f/one", "f/g/one", "xq", "]q", "mr",
        "[unclosed", "p/q", "p/1/q", "end",
    ];

    [Theory]
    [InlineData(".env", ".env", true)]
    [InlineData(".env", "a/b/.env", true)]
    [InlineData("/.env", "a/.env", false)]
    [InlineData("*.key\n!good.key", "good.key", false)]
    [InlineData("secrets/\n!secrets/public", "secrets/public", true)]
    [InlineData("# .env", ".env", false)]
    [InlineData(".env \r", ".env", true)]
    public void A_path_is_ignored_as_the_last_matching_line_says(string patterns, string path, bool ignored) =>
        Assert.Equal(ignored, Rules(("", patterns)).IsIgnored(path, isDirectory: false));

    [Fact]
    public void A_folders_own_file_decides_over_the_one_above()
    {
        var rules = Rules(("", ".env"), ("sub", "!.env"));

        Assert.True(rules.IsIgnored(".env", isDirectory: false));
        Assert.False(rules.IsIgnored("sub/.env", isDirectory: false));
        Assert.False(rules.IsIgnored("sub/below/.env", isDirectory: false));
    }

    [SkippableFact]
    public void Git_itself_agrees_on_every_pair_of_patterns()
    {
        Requirement.Require(Git(Path.GetTempPath(), "", "--version") is not null, "git");
        var folder = Directory.CreateTempSubdirectory("ignore-").FullName;
        Git(folder, "", "init", "-q");
        var random = new Random(8082);
        for (var round = 0; round < 150; round++)
        {
            var patterns = string.Join('\n', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Patterns[random.Next(Patterns.Length)])) + "\n";
            File.WriteAllText(Path.Combine(folder, ".gitignore"), patterns);
            var said = Git(folder, string.Join('\0', Paths) + '\0', "-c", "core.excludesFile=", "check-ignore", "--no-index", "-z", "--stdin")!.Split(
                '\0', StringSplitOptions.RemoveEmptyEntries);

            var rules = Rules(("", patterns));
            Assert.True(
                said.ToHashSet().SetEquals(Paths.Where(path => rules.IsIgnored(path, isDirectory: false))), Difference(patterns, said, rules));
        }
        Directory.Delete(folder, recursive: true);
    }

    private static string Difference(string patterns, string[] git, GitIgnoreRules rules) =>
        $"patterns:\n{patterns}\nonly git: {string.Join(" | ", git.Where(path => !rules.IsIgnored(path, false)))}\nonly we: "
        + $"{string.Join(" | ", Paths.Where(path => rules.IsIgnored(path, false)).Except(git))}";

    private static GitIgnoreRules Rules(params (string Folder, string Text)[] files) =>
        new(files.ToImmutableSortedDictionary(file => file.Folder, file => IgnorePatternParser.Parse(file.Text)));

    /// <returns>Null when git cannot be started.</returns>
    private static string? Git(string folder, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "git",
            arguments)
        { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = folder;
        try
        {
            using var git = Process.Start(start)!;
            git.StandardInput.Write(input);
            git.StandardInput.Close();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
