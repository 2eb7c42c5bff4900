using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Rules.Facts;

namespace Build.Tests.Rules;

/// <summary>One of the own rules over one file, the way a run does it.</summary>
internal static class OwnBench
{
    public const string Digest = "@sha256:73d85a96694a2cadca1ba3fcb5721f2312a64f1d571dd86f6c77e10a708931dc";

    /// <summary>The lines in which the rule is broken.</summary>
    public static int[] Lines(string code, string dockerfile, LintConfiguration? settings = null) =>
        [.. Lint(dockerfile, settings).Where(finding => finding.RuleId == code).Select(finding => finding.Line!.Value)];

    /// <summary>The lines in which the rule is broken by what a RUN runs, below a FROM that breaks none.</summary>
    public static int[] Run(string code, string command, LintConfiguration? settings = null) =>
        Lines(code, $"FROM scratch\nRUN {command}\n", settings);

    public static Finding[] Lint(string dockerfile, LintConfiguration? settings = null)
    {
        var parsed = DockerfileParser.Parse("Dockerfile", dockerfile);
        Assert.Empty(parsed.Errors);
        var file = LintedFile.Create(parsed.Dockerfile!, settings ?? new LintConfiguration());
        return [.. OwnFindings.Find(CommandSourceReader.Read(new DockerBuild(parsed.Dockerfile!), file.Settings), file)];
    }

    /// <summary>Codes and lines of what the commands of a workflow or a devcontainer.json break.</summary>
    public static string[] Commands(string path, string text, LintConfiguration? settings = null) =>
        [.. OwnFindings
            .Find(ConfigurationFileReader.Read(ConfigurationFileNames.KindOf(path)!.Value, path, text), settings ?? new LintConfiguration())
            .Select(finding => $"{finding.RuleId}:{finding.Line}")];
}
