using System.Text.Json;
using Build.Tests.Gates.Lint;
using ContainerSecurity.Formats.Dockerfiles.Parsing;

namespace Build.Tests.Formats.Dockerfiles;

/// <summary>Holds the parser against what BuildKit made of the same texts; the recordings lie in the folder named by HADOLINT_RECORDINGS and are no part of this repository.</summary>
public sealed class RecordedParsesTests
{
    [SkippableTheory]
    [InlineData("cases.jsonl")]
    [InlineData("mix.jsonl")]
    [InlineData("public.jsonl")]
    public void Instructions_and_their_lines_are_those_that_BuildKit_saw(string file)
    {
        var differences = RecordedLint.Read(file)
            .Where(row => row.BuildKit.TryGetProperty("instructions", out _))
            .Select(row => (row.Dockerfile, Wanted: Recorded(row.BuildKit.GetProperty("instructions")), Got: Parsed(row.Dockerfile)))
            .Where(row => row.Wanted != row.Got)
            .Select(row => $"{row.Dockerfile}\n  wanted {row.Wanted}\n  got    {row.Got}");

        Assert.Equal("", string.Join('\n', differences));
    }

    private static string Recorded(JsonElement instructions) =>
        string.Join(' ', instructions.EnumerateArray().Select(item => $"{item[0]}:{item[1]}-{item[2]}"));

    private static string Parsed(string text)
    {
        var parsed = DockerfileParser.Parse("Dockerfile", text);
        return parsed.Dockerfile is { } dockerfile
            ? string.Join(' ', dockerfile.Instructions.Select(instruction => $"{instruction.Keyword}:{instruction.Line}-{instruction.EndLine}"))
            : string.Join(' ', parsed.Errors);
    }
}
