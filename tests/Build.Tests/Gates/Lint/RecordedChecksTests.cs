using System.Text.Json;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Gates.Lint;

namespace Build.Tests.Gates.Lint;

/// <summary>Holds Docker's checks against what BuildKit's own linter said about the same texts.</summary>
public sealed class RecordedChecksTests
{
    public static TheoryData<string> Files => [.. RecordingFiles.With(RecordingFiles.Own, "mix.jsonl", "public.jsonl")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Checks_and_lines_are_those_of_BuildKit(string file)
    {
        var share = file == "public.jsonl" ? 0.99 : 1;
        // A row on which it stopped at an error lacks the checks that come later.
        var rows = RecordedLint
            .Read(file)
            .Where(row => row.BuildKit.TryGetProperty("checks", out _) && !row.BuildKit.TryGetProperty("checksError", out _))
            .ToList();
        var differences = rows.Select(Difference).OfType<string>().ToList();

        Assert.True(
            differences.Count <= rows.Count * (1 - share), $"{differences.Count} of {rows.Count} differ:\n{string.Join("\n\n", differences)}");
    }

    private static string? Difference(RecordedLint row)
    {
        var checks = row.BuildKit.GetProperty("checks");
        var wanted = (checks.ValueKind == JsonValueKind.Array ? checks.EnumerateArray() : [])
            .Select(check => $"{check.GetProperty("line")} {check.GetProperty("rule")}")
            .Order()
            .ToList();
        var got = DockerFindings
            .Reported(new DockerBuild(row.Source.Parsed.Dockerfile!))
            .Select(found => $"{found.Hit.Line} {found.Rule.Id}")
            .Order()
            .ToList();
        return wanted.SequenceEqual(got)
            ? null
            : $"{row.Dockerfile}\nmissing: {string.Join(", ", wanted.Except(got))}; too many: {string.Join(", ", got.Except(wanted))}; "
                + $"{wanted.Count} and {got.Count}";
    }
}
