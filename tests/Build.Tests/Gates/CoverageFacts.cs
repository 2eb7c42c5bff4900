using ContainerSecurity.Findings;

namespace Build.Tests.Gates;

/// <summary>Facts of a gate's coverage by name, of the kind that a test expects.</summary>
internal static class CoverageFacts
{
    public static long CountOf(this IReadOnlyDictionary<string, CoverageFact> facts, string name) =>
        Assert.IsType<CoverageFact.Count>(facts[name]).Value;

    public static string TextOf(this IReadOnlyDictionary<string, CoverageFact> facts, string name) =>
        Assert.IsType<CoverageFact.Text>(facts[name]).Value;

    public static string[] ListOf(this IReadOnlyDictionary<string, CoverageFact> facts, string name) =>
        [.. Assert.IsType<CoverageFact.List>(facts[name]).Values];
}
