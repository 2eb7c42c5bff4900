namespace Proxy.Tests.Configuration.Upstreams;

public sealed class KeyListTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a,b,c", "a b c")]
    [InlineData(" a , b,", "a b")]
    [InlineData("a,,b,a", "a b")]
    public void Keys_have_commas_between_them(string value, string keys) =>
        Assert.Equal(keys.Split(' '), Configured.Options(("OPENAI_API_KEY", value)).Upstream.Keys.Select(key => key.Reveal()));

    [Theory]
    [InlineData(",")]
    [InlineData("a,b c")]
    [InlineData("a\nb")]
    [InlineData("a,ä")]
    public void What_is_no_list_of_keys_is_refused(string value) => Configured.Fails(
        "PROXY_WORK_API_KEY", ("PROXY_PROVIDERS", "work"), ("PROXY_WORK_BASE_URL", "https://work.example"), ("PROXY_WORK_API_KEY", value));

    [Theory]
    [InlineData("a\n", "a")]
    [InlineData("a\r\nb\r\n\r\nc", "a b c")]
    [InlineData("a,b\nc\n", "a b c")]
    public async Task A_file_has_one_a_line(string content, string keys)
    {
        await File.WriteAllTextAsync(_folder.File("keys"), content);

        var options = Configured.WithKey(("PROXY_PROVIDERS", "work"), ("PROXY_WORK_BASE_URL", "https://work.example"),
            ("PROXY_WORK_API_KEY_FILE", _folder.File("keys")));

        Assert.Equal(keys.Split(' '), options.Providers.Single().Keys.Select(key => key.Reveal()));
    }

    [Theory]
    [InlineData("PROXY_RETRIES", "-1")]
    [InlineData("PROXY_RETRIES", "21")]
    [InlineData("PROXY_RETRY_TIME", "soon")]
    public void Retries_are_numbers(string name, string value) => Configured.Fails(name, (name, value));
}
