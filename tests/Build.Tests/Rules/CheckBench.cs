using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Rules.Facts;

namespace Build.Tests.Rules;

/// <summary>One of Docker's checks over one Dockerfile, the way a run does it.</summary>
internal static class CheckBench
{
    /// <summary>The lines that Docker would report, once for each report.</summary>
    public static int[] Lines(string check, string dockerfile, string? ignoreFile = null)
    {
        var source = Source(dockerfile);
        Assert.Empty(source.Parsed.Errors);
        var build = new DockerBuild(source.Parsed.Dockerfile!, () => ignoreFile is null ? null : DockerIgnore.Parse(ignoreFile));
        return [.. DockerFindings.Reported(build).Where(found => found.Rule.Id == check).Select(found => found.Hit.Line).Order()];
    }

    public static Finding[] Lint(string dockerfile, LintConfiguration? configuration = null) =>
        Source(dockerfile).Parsed.Dockerfile is { } parsed
            ? [.. DockerFindings.Find(new DockerBuild(parsed), LintedFile.Create(parsed, configuration ?? new LintConfiguration()))]
            : [];

    private static DockerfileSource Source(string dockerfile) => new("Dockerfile", dockerfile, DockerfileParser.Parse("Dockerfile", dockerfile));
}
