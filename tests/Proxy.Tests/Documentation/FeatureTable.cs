using System.Text.RegularExpressions;
using Tests.Shared;

namespace Proxy.Tests.Documentation;

/// <summary>The tables of <c>docs/proxy.md</c> whose last column names the tests that prove the row.</summary>
internal static partial class FeatureTable
{
    /// <summary>A row that claims something: its section, what it is about, what is claimed, and the tests or traces that prove it.</summary>
    internal sealed record Row(string Section, string Subject, string Claim, IReadOnlyList<string> Proofs);

    public static IReadOnlyList<Row> Rows { get; } = [.. Read()];

    /// <summary>Every <c>Class.Method</c> of the test projects, and every <c>Traces/name</c>.</summary>
    public static IReadOnlyCollection<string> Tests()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal));
        var methods = sources.SelectMany(file => MethodsOf(File.ReadAllText(file)));
        var traces = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "tests/Proxy.Tests/Traces"))
            .Select(folder => $"Traces/{Path.GetFileName(folder)}");
        return methods.Concat(traces).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> MethodsOf(string source)
    {
        if (TestClass().Match(source) is not { Success: true } test)
            return [];
        return TestMethod().Matches(source).Select(method => $"{test.Groups[1].Value}.{method.Groups[1].Value}");
    }

    private static IEnumerable<Row> Read()
    {
        var (section, isProven) = ("", false);
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs/proxy.md")))
        {
            if (line.StartsWith('#'))
                section = line.TrimStart('#', ' ');
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            isProven = cells.Length == 5 && (isProven || cells[3] == "proof");
            if (!isProven || cells[3] == "proof" || cells[1].StartsWith("---", StringComparison.Ordinal))
                continue;
            yield return new Row(section, cells[1], cells[2], [.. Quoted().Matches(cells[3]).Select(name => name.Groups[1].Value)]);
        }
    }

    [GeneratedRegex(@"class (\w+Tests)\b")]
    private static partial Regex TestClass();

    /// <summary>A method after the end of an attribute.</summary>
    [GeneratedRegex(@"\]\s+(?:public|internal) (?:async )?(?:Task|void|Property) (\w+)")]
    private static partial Regex TestMethod();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
