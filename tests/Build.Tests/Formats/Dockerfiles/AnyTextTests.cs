using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Dockerfiles.Words;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Rules.Docker;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;
using ContainerSecurity.Shell;
using FsCheck.Xunit;

namespace Build.Tests.Formats.Dockerfiles;

/// <summary>No text makes parser, shell model, rules, Docker's checks or the own rules throw or hang.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "FROM ", "RUN ", "COPY ", "ADD ", "ENV ", "ARG ", "LABEL ", "ONBUILD ", "HEALTHCHECK ", "CMD ", "SHELL ", "USER ", "EXPOSE ", "VOLUME ",
        "WORKDIR ",
        "\n", "\r\n", "\\\n", "\\", "`", "# ", "# escape=`\n", "# hadolint ignore=DL3008\n", "--mount=type=cache,target=", "--from=", "--", "=",
        "\"", "'", "$", "${", "}",
        "$(", "$((", "))", ")", "((", "[", "]", "[[", "[\"", "\"]", "{", "{a,b}", "<<E", "<<-'E'", "E\n", "|", "||", "&&", "&", ";", ";;", "<(", ">",
        "2>&1", "if ", "then ",
        "fi", "for ", "in ", "do ", "done", "# check=error=true\n", "case ", "esac", "while ", "function ", "f() ", "! ", "time ",
        "apt-get install ", "curl -o ", "chmod 777 ", "sh -c ", "https://", "xargs ", "su -c ", "tar x ", "pip install ", "npm install ", "a", " ",
        "\t", "*",
        "?(", "@", ":", "latest", "\u00A0", "\u0000", "\uD800", "é", "-", "/", "1", "65536", "as ", "NONE", "CMD", "scratch",
    ];

    [Property(MaxTest = 500)]
    public void Characters_of_any_kind(string? text) => Read(text ?? "");

    [Property(MaxTest = 2000)]
    public void Pieces_of_Dockerfiles_in_any_order(byte[]? choices) =>
        Read(string.Concat((choices ?? []).Select(choice => Pieces[choice % Pieces.Length])));

    [Property(MaxTest = 1000)]
    public void A_stage_and_pieces(byte[]? choices) =>
        Read("FROM a:1\nRUN " + string.Concat((choices ?? []).Select(choice => Pieces[choice % Pieces.Length])));

    [Fact]
    public void Deep_nesting_in_variables_ends_soon() => Read("FROM a:1\nRUN <<E " + string.Concat(Enumerable.Repeat("${a:-", 12_000)));

    [Theory]
    [InlineData("{a${a$(", "")]
    [InlineData("a=$(", "((")]
    [InlineData("$((a[$(", "{a,")]
    public void Readings_nested_in_readings_end_soon(string begin, string between) =>
        Assert.False(ShellScript.Parse(string.Concat(Enumerable.Repeat(begin + between, 24))).IsReadable);

    [Fact]
    public void A_text_is_parsed_or_refused_with_line_and_column()
    {
        var parsed = DockerfileParser.Parse("Dockerfile", "\u0000\u0001");

        Assert.Null(parsed.Dockerfile);
        Assert.Equal((1, 1), (parsed.Errors[0].Line, parsed.Errors[0].Column));
    }

    private static void Read(string text)
    {
        var source = new DockerfileSource("Dockerfile", text, DockerfileParser.Parse("Dockerfile", text));
        Assert.True(source.Parsed.Dockerfile is not null || !source.Parsed.Errors.IsEmpty);
        if (source.Parsed.Dockerfile is { } dockerfile)
        {
            var (build, file) = (new DockerBuild(dockerfile, () => Ignored), LintedFile.Create(dockerfile, Settings));
            Assert.All(CheckedScripts.Find(file), script => Assert.True(script.Line >= 1));
            var own = OwnFindings.Find(CommandSourceReader.Read(build, file.Settings), file);
            Assert.All(DockerFindings.Find(build, file).Concat(own), finding => Assert.True(finding.Line >= 1));
        }

        Assert.All(source.Parsed.Errors, error => Assert.True(error.Line >= 1 && error.Column >= 1));
        Assert.All(BuiltInLinter.Lint(source, Settings), finding => Assert.True(finding.Line >= 1));
        Assert.True(ShellScript.Parse(text) is { IsReadable: true } or { Commands.IsEmpty: true });
        WordExpansion.Expand(text, '\\', _ => text);
        WordExpansion.ExpandContent(text, _ => null);
        ImageReference.Parse(text);
    }

    private static DockerIgnore Ignored { get; } = DockerIgnore.Parse("a\n!a/b\n");

    private static LintConfiguration Settings { get; } = LintConfigurationFile.Parse(
        "x", "override: {style: [DL1001, DL3057]}\ntrustedRegistries: [a]\nstrict-labels: true\nallowed-ports: [1]\nallowed-packages: "
            + "[a]\nlabel-schema: {a: url, b: semver, c: spdx, d: email, e: rfc3339, f: hash}\n", DockerRules.Ids);
}
