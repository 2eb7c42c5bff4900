using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;

namespace Build.Tests.Formats.Dockerfiles.Parsing;

public sealed class DockerfileParserTests
{
    [Fact]
    public void An_instruction_has_its_keyword_in_upper_case_its_lines_and_its_text()
    {
        var run = Only("from alpine\n\n  run apk add \\\n    curl\n").Instructions[1];

        Assert.Equal(("RUN", 3, 4), (run.Keyword, run.Line, run.EndLine));
        Assert.Equal("apk add     curl", run.Text);
        Assert.Equal([run.Text], run.Arguments.ToArray());
    }

    [Fact]
    public void Comments_and_empty_lines_inside_a_continuation_are_no_part_of_it()
    {
        var dockerfile = Only("FROM alpine\nRUN a && \\\n# why\n\n  # and how \\\n  b\nUSER 1\n");

        Assert.Equal("a &&   b", dockerfile.Instructions[1].Text);
        Assert.Equal((2, 6), (dockerfile.Instructions[1].Line, dockerfile.Instructions[1].EndLine));
        Assert.Equal([new Comment(3, " why"), new Comment(5, " and how \\")], dockerfile.Comments.ToArray());
        Assert.Equal(7, dockerfile.Instructions[2].Line);
    }

    [Theory]
    [InlineData("FROM a\nRUN b \\ \t\n c", "b  c")]
    [InlineData("FROM a\nRUN b \\\\\n# c", "b \\\\")]
    [InlineData("FROM a\nRUN b \\", "b")]
    [InlineData("FROM a\nRUN b\\\nc", "bc")]
    [InlineData("FROM a\r\nRUN b \\\r\n c\r\n", "b  c")]
    public void A_line_goes_on_after_its_last_single_backslash(string text, string wanted) =>
        Assert.Equal(wanted, Only(text).Instructions[1].Text);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_line() =>
        Assert.Equal("FROM", Only("\uFEFFFROM alpine").Instructions[0].Keyword);

    [Fact]
    public void The_escape_directive_changes_what_continues_a_line()
    {
        var dockerfile = Only("# syntax=docker/dockerfile:1\n# escape=`\nFROM alpine\nCOPY a `\n  C:\\b\\\n");

        Assert.Equal('`', dockerfile.Escape);
        Assert.Equal(["a", "C:\\b\\"], dockerfile.Instructions[1].Arguments.ToArray());
    }

    [Theory]
    [InlineData("# a comment\n# escape=`\nFROM alpine")]
    [InlineData("\n# escape=`\nFROM alpine")]
    [InlineData("# unknown=1\n# escape=`\nFROM alpine")]
    [InlineData("FROM alpine\n# escape=`\n")]
    public void After_anything_else_a_directive_is_a_comment(string text) => Assert.Equal('\\', Only(text).Escape);

    [Fact]
    public void Flags_are_split_from_the_arguments()
    {
        var dockerfile = Only("FROM --platform=$BUILDPLATFORM alpine AS build\nCOPY --from=build --link --chown=1:1 a b /c/\n");

        Assert.Equal([new InstructionFlag("platform", "$BUILDPLATFORM")], dockerfile.Instructions[0].Flags.ToArray());
        Assert.Equal([new("from", "build"), new("link", null), new InstructionFlag("chown", "1:1")], dockerfile.Instructions[1].Flags.ToArray());
        Assert.Equal(["a", "b", "/c/"], dockerfile.Instructions[1].Arguments.ToArray());
        Assert.Equal("a b /c/", dockerfile.Instructions[1].Text);
    }

    [Theory]
    [InlineData("RUN --mount=\"type=cache,target=/a b\" x", "mount", "type=cache,target=/a b")]
    [InlineData("RUN --mount=type=cache,target=/a\\ b x", "mount", "type=cache,target=/a b")]
    public void A_flag_may_be_quoted_or_escaped(string line, string name, string value) =>
        Assert.Equal([new InstructionFlag(name, value)], Only($"FROM a\n{line}").Instructions[1].Flags.ToArray());

    [Fact]
    public void Two_dashes_alone_end_the_flags() =>
        Assert.Equal(["--a", "/b"], Only("FROM a\nCOPY -- --a /b").Instructions[1].Arguments.ToArray());

    [Theory]
    [InlineData("CMD [\"a\", \"b \\\"c\\\"\"]", new[] { "a", "b \"c\"" })]
    [InlineData("RUN []", new string[0])]
    [InlineData("COPY [\"a b\", \"/c\"]", new[] { "a b", "/c" })]
    [InlineData("HEALTHCHECK --interval=5s CMD [\"/x\", \"health\"]", new[] { "/x", "health" })]
    public void The_JSON_form_gives_its_strings(string line, string[] words)
    {
        var instruction = Only($"FROM a\n{line}").Instructions[1];

        Assert.Equal(words, instruction.ExecForm);
    }

    [Theory]
    [InlineData("CMD ['a', 'b']")]
    [InlineData("CMD [\"a\",]")]
    [InlineData("RUN [ -f x ] && y")]
    public void What_is_no_JSON_array_of_strings_is_in_shell_form(string line)
    {
        var instruction = Only($"FROM a\n{line}").Instructions[1];

        Assert.Null(instruction.ExecForm);
        Assert.Equal([instruction.Text], instruction.Arguments.ToArray());
    }

    [Theory]
    [InlineData("ENV A=1 B=\"x y\" C='$D' E=f\\ g", new[] { "A=1", "B=x y", "C=$D", "E=f g" }, new[] { "A=1", "B=\"x y\"", "C='$D'", "E=f\\ g" })]
    [InlineData("ENV A  b c", new[] { "A=b c" }, new[] { "A=b c" })]
    [InlineData("LABEL \"a.b\"=\"c\"", new[] { "a.b=c" }, new[] { "\"a.b\"=\"c\"" })]
    [InlineData("ARG A B=\"1 2\"", new[] { "A", "B=1 2" }, new[] { "A", "B=\"1 2\"" })]
    [InlineData("EXPOSE 80/tcp \"81\"", new[] { "80/tcp", "81" }, new[] { "80/tcp", "\"81\"" })]
    [InlineData("USER \"1000:1000\"", new[] { "1000:1000" }, new[] { "\"1000:1000\"" })]
    [InlineData("WORKDIR /a b", new[] { "/a b" }, new[] { "/a b" })]
    [InlineData("HEALTHCHECK none", new[] { "NONE" }, new[] { "none" })]
    [InlineData("HEALTHCHECK CMD a || b", new[] { "CMD", "a || b" }, new[] { "CMD", "a || b" })]
    [InlineData("VOLUME /a /b", new[] { "/a", "/b" }, new[] { "/a", "/b" })]
    public void Words_are_split_as_the_instruction_defines(string line, string[] words, string[] raw)
    {
        var instruction = Only($"FROM a\n{line}").Instructions[1];

        Assert.Equal(words, instruction.Arguments.ToArray());
        Assert.Equal(raw, instruction.RawArguments.ToArray());
    }

    [Fact]
    public void ONBUILD_holds_the_instruction_that_it_triggers()
    {
        var onbuild = Only("FROM a\nONBUILD run --network=none \\\n echo\n").Instructions[1];

        Assert.Equal(("ONBUILD", 2, 3), (onbuild.Keyword, onbuild.Line, onbuild.EndLine));
        Assert.Equal(("RUN", 2, 3, "echo"), (onbuild.Triggered!.Keyword, onbuild.Triggered.Line, onbuild.Triggered.EndLine, onbuild.Triggered.Text));
        Assert.Equal([new InstructionFlag("network", "none")], onbuild.Triggered.Flags.ToArray());
    }

    [Fact]
    public void Stages_hold_their_instructions_and_what_stands_before_the_first_belongs_to_none()
    {
        var dockerfile = Only("ARG V=1\nFROM alpine:$V AS Build\nRUN a\nFROM scratch\nCOPY --from=build a /\nUSER 1\n");

        Assert.Equal([(0, "alpine:$V", "Build", 1), (1, "scratch", null, 2)],
            dockerfile.Stages.Select(stage => (stage.Index, stage.BaseImage, stage.Name, stage.Instructions.Length)));
    }

    [Theory]
    [InlineData("ONBUILD FROM a")]
    [InlineData("ONBUILD ONBUILD RUN a")]
    [InlineData("ONBUILD MAINTAINER a")]
    [InlineData("CMD [[\"a\"], [\"b\"]]")]
    [InlineData("RUN [1]")]
    public void What_no_builder_accepts_but_can_be_read_is_read_and_reported(string line)
    {
        var parsed = DockerfileParser.Parse("Dockerfile", $"FROM a\n{line}\n");

        Assert.Equal(2, parsed.Dockerfile!.Instructions.Length);
        Assert.Equal(2, Assert.Single(parsed.Errors).Line);
    }

    internal static Dockerfile Only(string text)
    {
        var parsed = DockerfileParser.Parse("Dockerfile", text);
        Assert.Empty(parsed.Errors);
        return parsed.Dockerfile!;
    }
}
