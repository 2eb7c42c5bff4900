using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ContainerSecurity.Images.Elf;

namespace ContainerSecurity.Packaging.Rebuilding;

/// <summary>Says where two builds of one program differ, and what is likely to have caused it.</summary>
internal static partial class BinaryComparison
{
    private const int MostDifferences = 5;

    /// <summary>Differences with fewer equal bytes between them are one.</summary>
    private const int Gap = 64;

    private const int Context = 96;

    /// <returns>A sentence for each of the first differences, and for the lengths; empty for the same bytes.</returns>
    public static ImmutableArray<string> Compare(string name, ReadOnlySpan<byte> ours, ReadOnlySpan<byte> theirs)
    {
        var differences = ImmutableArray.CreateBuilder<string>();
        var common = Math.Min(ours.Length, theirs.Length);
        for (var at = NextDifference(ours, theirs, 0, common); at < common && differences.Count < MostDifferences;)
        {
            var end = EndOfDifference(ours, theirs, at, common);
            differences.Add(
                $"{name}: bytes {at} to {end} in {ElfSections.NameAt(ours, at)} differ; {CauseOf(Around(ours, at, end), Around(theirs, at, end))}");
            at = NextDifference(ours, theirs, end + 1, common);
        }

        if (ours.Length != theirs.Length)
            differences.Add($"{name}: {ours.Length} bytes here, {theirs.Length} there; something was added or left out");
        return differences.ToImmutable();
    }

    private static int NextDifference(ReadOnlySpan<byte> ours, ReadOnlySpan<byte> theirs, int from, int common) => from >= common
        ? common
        : from + ours[from..common].CommonPrefixLength(theirs[from..common]);

    private static int EndOfDifference(ReadOnlySpan<byte> ours, ReadOnlySpan<byte> theirs, int start, int common)
    {
        var last = start;
        for (var at = start; at < common && at - last <= Gap; at++)
        {
            if (ours[at] != theirs[at])
                last = at;
        }

        return last;
    }

    private static string Around(ReadOnlySpan<byte> content, int start, int end) =>
        Encoding.Latin1.GetString(content[Math.Max(0, start - Context)..Math.Min(content.Length, end + Context)]);

    private static string CauseOf(string ours, string theirs) =>
        Folder().IsMatch(ours) && Folder().IsMatch(theirs) ? "likely the folder of the build or a home folder, which is written into it"
        : Time().IsMatch(ours) && Time().IsMatch(theirs) ? "likely the time of the build, which is written into it"
        : "likely another version of a compiler or library, or an order that is left to chance";

    [GeneratedRegex(@"(/[A-Za-z0-9._-]+){2}")]
    private static partial Regex Folder();

    [GeneratedRegex(@"\d\d:\d\d:\d\d|20\d\d-\d\d-\d\d|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d 20\d\d")]
    private static partial Regex Time();
}
