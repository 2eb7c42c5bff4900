namespace Bench.Linting;

/// <summary>A shape of input, at three sizes that double.</summary>
/// <param name="Name"><c>services</c> or <c>one-file</c>.</param>
/// <param name="Write">Into a folder, so much of it; returns the lines.</param>
/// <param name="Files">How many files there are at a size.</param>
internal sealed record LintScenario(string Name, Func<string, int, int> Write, int Smallest, Func<int, int> Files)
{
    public static readonly LintScenario[] All =
    [
        new("services", SampleRepository.WriteServices, 150, size => size),
        new("one-file", SampleRepository.WriteLongFile, 2_500, _ => 1),
    ];

    public int[] Sizes => [Smallest, 2 * Smallest, 4 * Smallest];
}
