using Tests.Shared;

namespace Proxy.Tests.Documentation.WireNames;

/// <summary>Holds the table of names, the official clients' types and the tests in step.</summary>
public sealed class WireNameTableTests
{
    private static readonly IReadOnlyList<WireNameTable> Tables = WireNameTable.ReadAll(Repository.Root);

    private static readonly IReadOnlyDictionary<string, string[]> Names = WireNameTable.ReadNames(Repository.Root);

    private static IEnumerable<WireNameRow> Rows => Tables.SelectMany(table => table.Rows);

    /// <summary>A name without a row is a feature that nobody has thought of: say in the JSON files beside this one what becomes of it.</summary>
    [Fact]
    public void Every_name_of_the_official_clients_has_a_row() => Assert.Empty(WireNameTable.WithoutRow(Names, Tables));

    [Fact]
    public void Every_row_is_about_names_of_the_official_clients_or_says_whose_they_are() =>
        Assert.Empty(Rows
            .SelectMany(row => row.Patterns.Where(pattern => (row.Beyond is null) != Exists(row.Kind, pattern)))
            .Select(pattern => $"{pattern}: no client knows it, or it is no longer beyond them"));

    [Fact]
    public void No_pattern_hides_what_is_new() => Assert.DoesNotContain(
        Rows.SelectMany(row => row.Patterns), pattern => pattern.Contains('*') && pattern.Count(char.IsAsciiLetterOrDigit) < 4);

    [Fact]
    public void What_is_claimed_names_tests_that_exist()
    {
        var tests = FeatureTable.Tests();
        var claims = Rows.Where(row => row.Here is WireNameFate.Translated or WireNameFate.Reported or WireNameFate.Refused);
        Assert.Empty(claims.Where(row => row.Proofs.Count == 0).Select(row => row.Names));
        Assert.Empty(Rows.SelectMany(row => row.Proofs).Except(tests));
    }

    private static bool Exists(string kind, string pattern) =>
        Names.TryGetValue(kind, out var known) && known.Any(name => WireNameRow.Fits(pattern, name));
}
