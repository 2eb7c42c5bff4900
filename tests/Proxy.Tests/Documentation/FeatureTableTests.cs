namespace Proxy.Tests.Documentation;

/// <summary>Holds the tables of <c>docs/proxy.md</c> and the tests in step.</summary>
public sealed class FeatureTableTests
{
    /// <summary>What is not wanted, each with its reason in the table.</summary>
    private static readonly string[] Refused =
    [
        "virtual keys, budgets, rate limits", "CORS *", "local answers to quota and title probes", "rescue of tool calls from text",
        "routing by kind of task", "JSON repair of arguments",
    ];

    private static readonly string[] Sections = ["Answers and streams", "Service"];

    [Fact]
    public void Every_feature_of_its_peers_has_a_row()
    {
        var counts = Sections.Select(section => FeatureTable.Rows.Count(row => row.Section == section));
        Assert.Equal([29, 35], counts);
    }

    [Theory]
    [InlineData("Defects of its predecessor", 34)]
    [InlineData("What users of other proxies complain about", 31)]
    [InlineData("Safety", 12)]
    public void Every_known_trap_has_a_row(string section, int count) => Assert.Equal(
        Enumerable.Range(1, count).Select(number => $"{number}"),
        FeatureTable.Rows.Where(row => row.Section == section).Select(row => row.Subject.Split(' ')[0]));

    [Fact]
    public void What_is_claimed_names_tests_that_exist()
    {
        var tests = FeatureTable.Tests();
        var claims = FeatureTable.Rows.Where(row => !IsRefused(row)).ToList();
        Assert.Empty(claims.Where(row => row.Proofs.Count == 0).Select(row => row.Subject));
        Assert.Empty(claims.SelectMany(row => row.Proofs).Except(tests));
    }

    [Fact]
    public void Nothing_is_left_out_beyond_what_was_decided()
    {
        var features = FeatureTable.Rows.Where(row => Sections.Contains(row.Section)).ToList();
        Assert.Empty(features.Where(row => !Starts(row, "yes") && !Starts(row, "partly: ") && !IsRefused(row)).Select(row => row.Subject));
        Assert.Empty(features.Where(IsRefused).Select(row => row.Subject).Except(Refused));
    }

    private static bool IsRefused(FeatureTable.Row row) => Starts(row, "refused: ");

    private static bool Starts(FeatureTable.Row row, string word) => row.Claim.StartsWith(word, StringComparison.Ordinal);
}
