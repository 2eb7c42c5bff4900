using System.Globalization;
using System.Text.RegularExpressions;

namespace Build.Tests.Reports.Html;

/// <summary>Every text can be told from what it stands on (WCAG 2.2, 1.4.3 and 1.4.11, level AA), in light, in the dark and on paper.</summary>
public sealed partial class ContrastTests
{
    private const double Text = 4.5;
    private const double Shape = 3.0;

    private static readonly string[] Chips = ["pass", "incomplete", "fail", "critical", "high", "medium", "low", "info"];

    private static readonly List<Dictionary<string, string>> Palettes = ReadPalettes();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_text_is_readable(int palette)
    {
        var colours = Palettes[palette];
        foreach (var ground in new[] { "paper", "panel" })
        {
            foreach (var ink in new[] { "ink", "quiet", "link", "pass", "incomplete", "fail" })
                AssertContrast(colours, ink, ground, Text);
        }

        foreach (var chip in Chips)
            AssertContrast(colours, chip, $"{chip}-soft", Text);
        foreach (var bar in new[] { "critical", "high", "medium", "low", "info" })
            AssertContrast(colours, bar, "track", Shape);
        AssertContrast(colours, "quiet", "paper", Shape);
    }

    /// <summary>Known pairs (w3.org, "Understanding SC 1.4.3").</summary>
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ff0000", "#ffffff", 4.0)]
    public void The_ratio_is_that_of_the_standard(string ink, string ground, double ratio) => Assert.Equal(ratio, Ratio(ink, ground), 0.01);

    private static void AssertContrast(Dictionary<string, string> colours, string ink, string ground, double least) =>
        Assert.True(Ratio(colours[ink], colours[ground]) >= least, $"{ink} on {ground}: {Ratio(colours[ink], colours[ground]):0.00}");

    private static double Ratio(string ink, string ground)
    {
        var (one, other) = (Luminance(ink), Luminance(ground));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var (red, green, blue) = (Channel(colour[1..3]), Channel(colour[3..5]), Channel(colour[5..7]));
        return (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);

        static double Channel(string digits)
        {
            var share = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }
    }

    /// <summary>Light, dark, paper: what a later one does not say is as in the first.</summary>
    private static List<Dictionary<string, string>> ReadPalettes()
    {
        using var stream = typeof(ContainerSecurity.BuildRun).Assembly.GetManifestResourceStream("page.css")!;
        var roots = Root().Matches(new StreamReader(stream).ReadToEnd())
            .Select(root => Variable().Matches(root.Value).ToDictionary(each => each.Groups["name"].Value, each => each.Groups["value"].Value))
            .Where(root => root.Count > 2)
            .ToList();
        Assert.Equal(3, roots.Count);
        Assert.All(roots, root => Assert.Equal(roots[0].Keys.Order(), root.Keys.Order()));
        return roots;
    }

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex Root();

    [GeneratedRegex("--(?<name>[a-z-]+): (?<value>#[0-9a-f]{6});")]
    private static partial Regex Variable();
}
