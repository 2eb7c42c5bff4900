using System.Collections.Immutable;

namespace ContainerSecurity.Rules.Standards;

/// <summary>A public standard, as far as an image and its repository can meet it.</summary>
/// <param name="Name">With the version whose numbers are used.</param>
internal sealed record Standard(string Name, ImmutableArray<Control> Controls)
{
    /// <summary>Every standard that reports show.</summary>
    public static ImmutableArray<Standard> All { get; } = [CisDockerBenchmark.Standard, Sp800190.Standard, OpenSsfBaseline.Standard];

    /// <param name="table">A control a line: its number, what it asks, and what looks at it or why nothing does, with bars between them.</param>
    public static Standard Parse(string name, string table) => new(name, [.. table.Split('\n').Select(Control.Parse)]);
}

/// <summary>One demand of a standard.</summary>
/// <param name="Title">What it asks, in a few words of our own.</param>
/// <param name="CoveredBy">Checks by id, and gates of a scan as <c>gate lint</c>.</param>
/// <param name="WhyNot">Why nothing here looks at it; null where something does.</param>
internal sealed record Control(string Id, string Title, ImmutableArray<string> CoveredBy, string? WhyNot)
{
    private const string NotCovered = "not: ";

    public static Control Parse(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        return parts[2].StartsWith(NotCovered, StringComparison.Ordinal)
            ? new Control(parts[0], parts[1], [], parts[2][NotCovered.Length..])
            : new Control(parts[0], parts[1], [.. parts[2].Split(", ")], null);
    }
}
