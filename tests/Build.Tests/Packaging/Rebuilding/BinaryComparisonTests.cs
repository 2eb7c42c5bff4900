using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Packaging.Rebuilding;

namespace Build.Tests.Packaging.Rebuilding;

/// <summary>What is said of two builds that are not the same.</summary>
public class BinaryComparisonTests
{
    [Fact]
    public void The_same_bytes_have_no_difference() => Assert.Empty(Compare("a program", "a program"));

    [Fact]
    public void A_difference_names_its_bytes()
    {
        var difference = Assert.Single(Compare("0123456789", "0123x56y89"));

        Assert.StartsWith("proxy: bytes 4 to 7 in the file differ; ", difference, StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_far_apart_are_told_apart_and_the_first_five_are_enough()
    {
        var ours = new string('a', 10_000);
        var theirs = string.Concat(Enumerable.Repeat('b' + new string('a', 999), 10));

        var differences = Compare(ours, theirs);

        Assert.Equal(5, differences.Length);
        Assert.Contains("bytes 1000 to 1000", differences[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Another_length_is_a_difference_of_its_own() =>
        Assert.Equal("proxy: 3 bytes here, 5 there; something was added or left out", Assert.Single(Compare("abc", "abcde")));

    [Theory]
    [InlineData("in /home/one/src/a.c:", "in /srv/two/src/a.c:", "the folder of the build")]
    [InlineData("built at 12:30:01", "built at 12:31:59", "the time of the build")]
    [InlineData("Nov 29 2026", "Nov 30 2026", "the time of the build")]
    [InlineData("xyz", "xzy", "another version")]
    public void The_likely_cause_is_named(string ours, string theirs, string cause) =>
        Assert.Contains(cause, Compare(ours, theirs)[0], StringComparison.Ordinal);

    [Fact]
    public void In_a_real_program_the_section_is_named()
    {
        var program = File.ReadAllBytes("/bin/true");
        var at = program.AsSpan().IndexOf("GNU coreutils"u8);
        var changed = (byte[])program.Clone();
        changed[at] ^= 1;

        var difference = BinaryComparison.Compare("proxy", program, changed)[0];

        Assert.StartsWith($"proxy: bytes {at} to {at} in .rodata differ", difference, StringComparison.Ordinal);
    }

    private static ImmutableArray<string> Compare(string ours, string theirs) =>
        BinaryComparison.Compare("proxy", Encoding.ASCII.GetBytes(ours), Encoding.ASCII.GetBytes(theirs));
}
