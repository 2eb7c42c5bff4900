using System.Text;
using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Packaging.Rebuilding;

namespace Build.Tests.Packaging.Rebuilding;

/// <summary>What a builder says of another's build, for others to read.</summary>
public sealed class ReproductionStatementTests : IDisposable
{
    private static readonly BuiltSubject Subject = new("linux-x64", "sha256:" + new string('1', 64), "sha256:" + new string('2', 64));

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_statement_is_read_as_it_was_written()
    {
        var written = new Reproduction("ann on box: 2", Subject, []);

        Assert.Equal(written, Read(ReproductionStatement.Write(written)) with { Differences = written.Differences });
    }

    [Fact]
    public void It_is_an_in_toto_statement_about_both_digests()
    {
        using var json = JsonDocument.Parse(ReproductionStatement.Write(new Reproduction("ann", Subject, ["image: user: '1' here, '2' there"])));
        var (root, predicate) = (json.RootElement, json.RootElement.GetProperty("predicate"));
        var digests = root.GetProperty("subject").EnumerateArray().Select(subject => subject.GetProperty("digest").GetProperty("sha256").GetString());

        Assert.Equal("https://in-toto.io/Statement/v1", root.GetProperty("_type").GetString());
        Assert.Equal([new string('1', 64), new string('2', 64)], digests);
        Assert.Equal("FAILED", predicate.GetProperty("result").GetString());
        Assert.Equal("image: user: '1' here, '2' there", Assert.Single(predicate.GetProperty("failedTests").EnumerateArray()).GetString());
    }

    [Fact]
    public void A_statement_that_passed_and_failed_is_a_difference()
    {
        var text = Encoding.UTF8.GetString(ReproductionStatement.Write(new Reproduction("ann", Subject, [])));

        Assert.NotEmpty(Read(Encoding.UTF8.GetBytes(text.Replace("PASSED", "FAILED", StringComparison.Ordinal))).Differences);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"predicateType\": \"https://slsa.dev/provenance/v1\", \"predicate\": {}}")]
    public void What_is_no_such_statement_is_refused_with_its_file(string text)
    {
        var refused = Assert.Throws<InputException>(() => Read(Encoding.UTF8.GetBytes(text)));

        Assert.Contains(_file, refused.Message, StringComparison.Ordinal);
    }

    private Reproduction Read(byte[] statement)
    {
        File.WriteAllBytes(_file, statement);
        return ReproductionStatement.Read(_file);
    }
}
