using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Rules.Docker;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace Bench.Fuzzing;

/// <summary>Any text is read as a Dockerfile or refused with a place in it; every rule of each kind judges what was read.</summary>
internal sealed class DockerfileTarget : FuzzTarget
{
    private static readonly LintConfiguration Everything = LintConfigurationFile.Parse(
        "hadolint.yaml", "override: {style: [DL1001, DL3057]}\ntrustedRegistries: [a]\nstrict-labels: true\nallowed-ports: [1]\nallowed-packages: "
            + "[a]\nlabel-schema: {a: url, b: semver, c: spdx, d: email, e: rfc3339, f: hash}\n", DockerRules.Ids);

    public override string Name => "dockerfile";

    public override string[] Words => Vocabulary.Dockerfile;

    public override void Take(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var source = new DockerfileSource("Dockerfile", text, DockerfileParser.Parse("Dockerfile", text));
        var lines = text.AsSpan().Count('\n') + 1;
        if (source.Parsed.Dockerfile is null && source.Parsed.Errors.IsEmpty)
            throw new InvalidDataException("neither read nor refused");
        foreach (var error in source.Parsed.Errors)
        {
            if (error.Line < 1 || error.Line > lines || error.Column < 1)
                throw new InvalidDataException($"refused outside of the text: {error}");
        }

        foreach (var finding in BuiltInLinter.Lint(source, Everything).Concat(source.Parsed.Dockerfile is { } dockerfile ? Added(dockerfile) : []))
        {
            if (finding.Line < 1 || finding.Line > lines)
                throw new InvalidDataException($"found outside of the text: {finding}");
        }
    }

    private static IEnumerable<Finding> Added(Dockerfile dockerfile)
    {
        var (build, file) = (new DockerBuild(dockerfile), LintedFile.Create(dockerfile, Everything));
        _ = CheckedScripts.Find(file).Length;
        return DockerFindings.Find(build, file).Concat(OwnFindings.Find(CommandSourceReader.Read(build, file.Settings), file));
    }
}
