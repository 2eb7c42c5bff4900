using ClaudeCodeProxy.Configuration.Sources;

namespace Proxy.Tests.Configuration.Sources;

/// <summary>In the binary the runtime's messages are only names of messages: nobody sees them.</summary>
public sealed class FileProblemTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("problem-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("nothing", "it does not exist")]
    [InlineData("no/folder", "it does not exist")]
    [InlineData(".", "it is a folder, or this user may not read it")]
    public void A_key_file_that_cannot_be_read_is_named_with_the_reason(string file, string reason)
    {
        var path = Path.Combine(_folder, file);

        var error = Assert.Throws<ConfigurationException>(() => Configured.Options(("OPENAI_API_KEY_FILE", path)));

        Assert.Contains($"OPENAI_API_KEY_FILE names {path}, which cannot be read: {reason}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_failures_are_told_in_the_systems_words() =>
        Assert.Equal("reading it failed (Input/output error)", FileProblem.Explain(new IOException("Input/output error")));
}
