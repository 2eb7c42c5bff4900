using System.Text.Json;
using Build.Tests.Gates.Lint;
using ContainerSecurity.Formats.Dockerfiles.Parsing;

namespace Build.Tests.Formats.Dockerfiles;

/// <summary>Holds the parser against what BuildKit made of the same texts.</summary>
public sealed class RecordedParsesTests
{
    public static TheoryData<string> Files => [.. RecordingFiles.With(RecordingFiles.Own, "cases.jsonl", "mix.jsonl", "public.jsonl")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Instructions_and_their_lines_are_those_that_BuildKit_saw(string file)
    {
        var differences = string.Join('\n', RecordedLint.Read(file)
            .Select(row => (row.Dockerfile, Wanted: Recorded(row.BuildKit), Got: Parsed(row.Dockerfile)))
            .Where(row => row.Wanted is not null && row.Wanted != row.Got)
            .Select(row => $"{row.Dockerfile}\n  wanted {row.Wanted}\n  got    {row.Got}"));

        Assert.True(differences.Length == 0, differences);
    }

    private static string? Recorded(JsonElement buildKit)
    {
        if (buildKit.TryGetProperty("refused", out var line))
            return $"refused in {line}";
        return buildKit.TryGetProperty("instructions", out var instructions)
            ? string.Join(' ', instructions.EnumerateArray().Select(item => $"{item[0]}:{item[1]}-{item[2]}"))
            : null;
    }

    private static string Parsed(string text)
    {
        var parsed = DockerfileParser.Parse("Dockerfile", text);
        return parsed.Dockerfile is { } dockerfile
            ? string.Join(' ', dockerfile.Instructions.Select(instruction => $"{instruction.Keyword}:{instruction.Line}-{instruction.EndLine}"))
            : $"refused in {parsed.Errors[0].Line}";
    }
}
