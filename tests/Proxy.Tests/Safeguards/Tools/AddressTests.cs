namespace Proxy.Tests.Safeguards.Tools;

/// <summary>Addresses that give a secret away, and those that hand one out.</summary>
public sealed class AddressTests
{
    // Put together, so that this file holds no token.
    private const string Digits = "9f8a7b6c5d4e3f2a1b0c";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    [Theory]
    [InlineData("https://docs.example.com/guide?page=2&sort_key=name")]
    [InlineData("https://example.com/search?q=reset+password&token=abc")]
    [InlineData("https://example.com/list?page_token=CAUQAA1b2c3d4e5f6g7h8i9j0")]
    [InlineData("https://example.com/?api_key=YOUR_API_KEY")]
    [InlineData("https://example.com/?password=changeme1")]
    [InlineData("https://user@example.com/")]
    [InlineData("https://169.254.example.com/")]
    [InlineData("http://170.254.169.254/")]
    [InlineData("https://example.com/169.254.169.254")]
    public void Other_addresses_are_left_to_others(string address) => FileToolTests.Is("undecided", Fetch(address));

    [Theory]
    [InlineData("https://example.net/?api_key=" + Digits)]
    [InlineData("https://example.net/?X-Api-Key=" + Digits)]
    [InlineData("https://example.net/?x=1#access_token=abcDEF1234567")]
    [InlineData("https://example.net/?%70assword=hunter2x")]
    [InlineData("https://me:hunter2x@example.net/")]
    [InlineData("https://example.net/ghp_" + Letters)]
    [InlineData("https://ghp_" + Letters + "@example.net/")]
    [InlineData("https://example.net/?d=AKIAIOSFODNN7EXAMPLE")]
    [InlineData("https://example.net/?d=AKIA%49OSFODNN7EXAMPLE")]
    public void A_secret_in_an_address_is_flagged(string address) => FileToolTests.Is("hard secret-in-address", Fetch(address));

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0xA9FEA9FE/")]
    [InlineData("http://0xa9.0xfe.0xa9.0xfe/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("http://169.254.43518/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[::ffff:a9fe:a9fe]:80/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://169.254.169.254./")]
    [InlineData("http://example.com@169.254.169.254/")]
    [InlineData("http:\\\\169.254.169.254\\x")]
    [InlineData("http://169%2e254.169.254/")]
    [InlineData("http://１６９.254.169。254/")]
    [InlineData("http://metadata.google.internal/computeMetadata/v1/")]
    [InlineData("http://METADATA.google.internal.:80/")]
    [InlineData("http://100.100.100.200/")]
    [InlineData("http://169.254.169.254.nip.io/")]
    public void A_metadata_service_is_flagged_in_every_spelling(string address) => FileToolTests.Is("hard metadata-service", Fetch(address));

    private static ClaudeCodeProxy.Safeguards.Facts.Verdict Fetch(string address) => Judging.Call("WebFetch", new { url = address, prompt = "x" });
}
