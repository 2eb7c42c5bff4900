using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>ADD takes whatever an address gives, unless it is told what to expect.</summary>
internal static partial class UncheckedAdd
{
    public static Rule<CommandSource> Rule { get; } = new(
        "CS1006",
        Severity.Medium,
        "ADD fetches without a check.",
        "Write ADD --checksum=sha256:DIGEST, or for a git repository the commit of 40 digits after `#`.")
    {
        Check = file =>
            from step in file.Steps
            where step.Keyword == "ADD" && !step.Instruction.Flags.Any(flag => flag is { Name: "checksum", Value.Length: > 0 })
            from source in SourcesOf(step)
            where Remote().IsMatch(source) && !Commit().IsMatch(source)
            select new Hit(step.Line, WithoutUser().Replace(source, "://")),
    };

    private static IEnumerable<string> SourcesOf(BuildStep step) => step.Words.SkipLast(1);

    [GeneratedRegex("^([a-z][a-z0-9+.-]*://|git@|github[.]com/)", RegexOptions.IgnoreCase)]
    private static partial Regex Remote();

    /// <summary>A commit of a git repository, with or without a folder in it.</summary>
    [GeneratedRegex(@"#[0-9a-f]{40}(:.*)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Commit();

    /// <summary>A message shows no password.</summary>
    [GeneratedRegex("://[^/@]*@")]
    private static partial Regex WithoutUser();
}
