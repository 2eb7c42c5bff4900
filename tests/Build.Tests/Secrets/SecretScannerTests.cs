using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Secrets;

namespace Build.Tests.Secrets;

public class SecretScannerTests
{
    [Theory]
    [MemberData(nameof(PlantedSecrets.All), MemberType = typeof(PlantedSecrets))]
    public void Every_kind_is_found_in_a_text_with_its_line(string rule, string secret) =>
        Assert.Contains(Read($"first\nsecond\nkey: {secret}\n"), match => match.Rule.Id == rule && match.Line == 3);

    [Theory]
    [MemberData(nameof(PlantedSecrets.All), MemberType = typeof(PlantedSecrets))]
    public void Every_kind_is_found_in_a_binary_as_ASCII_and_as_UTF_16_on_either_side(string rule, string secret)
    {
        byte[] noise = [0, 1, 2, 0xFF, 0xFE, 0, 7];
        byte[][] binaries =
        [
            [.. noise, .. Encoding.ASCII.GetBytes(secret), .. noise],
            [.. noise, .. Encoding.Unicode.GetBytes(secret), .. noise],
            [.. noise, 3, .. Encoding.Unicode.GetBytes(secret), .. noise],
            [.. noise, .. Encoding.BigEndianUnicode.GetBytes(secret), .. noise],
        ];

        Assert.All(binaries, binary => Assert.Contains(Read(binary), match => match.Rule.Id == rule && match.Line is null));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1024 * 1024 - 20)]
    [InlineData(1024 * 1024)]
    [InlineData(1024 * 1024 + 32 * 1024 - 20)]
    [InlineData(2 * 1024 * 1024 - 21)]
    [InlineData(3 * 1024 * 1024 + 7)]
    public void A_secret_is_found_once_wherever_the_windows_end(int offset)
    {
        var text = new string('\n', offset) + PlantedSecrets.GitHub + new string('\n', 100_000);

        Assert.Equal(offset + 1, Assert.Single(Read(text)).Line);
    }

    [Fact]
    public void A_long_key_over_the_end_of_a_window_is_found()
    {
        var body = string.Concat(Enumerable.Repeat("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n", 200));
        var key = "-----BEGIN RSA PRIVATE " + "KEY-----\n" + body;

        Assert.NotEmpty(Read(new string(' ', (1024 * 1024) - 10) + key));
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE " + "KEY-----")]
    [InlineData("-----BEGIN PRIVATE " + "KEY----- is the first line of a key and this sentence is none of its lines of base64")]
    [InlineData("const string Header = \"-----BEGIN RSA PRIVATE " + "KEY-----\\n\" + Convert.ToBase64String(key);")]
    [InlineData(
        "-----BEGIN CERTIFICATE-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7")]
    [InlineData("sk-ant-api03-" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("risk-assessmentofeverythingthatcouldgowronghere")]
    [InlineData("sk-test")]
    [InlineData("AKIA" + "IOSFODNN7EXAMPLE")]
    [InlineData("myghp_" + "0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("ghp_" + "short")]
    public void What_only_looks_like_one_is_no_secret(string text) => Assert.Empty(Read(text));

    [Fact]
    public void One_reader_reads_many_files()
    {
        var reader = new SecretScanner();

        Assert.Single(reader.Scan(new MemoryStream(Encoding.ASCII.GetBytes(PlantedSecrets.GitHub)), SecretScope.Text));
        Assert.Empty(reader.Scan(new MemoryStream("nothing"u8.ToArray()), SecretScope.Text));
        Assert.Empty(reader.Scan(new MemoryStream(), SecretScope.Text));
    }

    private static ImmutableArray<SecretMatch> Read(string text) => Read(Encoding.Latin1.GetBytes(text));

    private static ImmutableArray<SecretMatch> Read(byte[] bytes) => new SecretScanner().Scan(new MemoryStream(bytes), SecretScope.Text);
}
