using ClaudeCodeProxy.Configuration.Sources;

namespace Proxy.Tests.Configuration.Sources;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly TemporaryFolder _work = new();

    public void Dispose()
    {
        _home.Dispose();
        _work.Dispose();
    }

    [Fact]
    public void A_file_does_not_override_the_environment()
    {
        Write(_home, ".claude/proxy.env", "PORT=1\nANTHROPIC_DEFAULT_OPUS_MODEL=from-file");

        var settings = Load(("PORT", "2"));

        Assert.Equal("2", settings.Find(Variable.Port));
        Assert.Equal("environment", settings.Origin(Variable.Port));
        Assert.Equal("from-file", settings.Find(Variable.OpusModel));
        Assert.Equal(_home.File(".claude/proxy.env") + " line 2", settings.Origin(Variable.OpusModel));
    }

    [Fact]
    public void An_empty_variable_counts_as_unset()
    {
        Write(_home, ".claude/proxy.env", "PORT=1");

        Assert.Equal("1", Load(("PORT", "")).Find(Variable.Port));
    }

    [Fact]
    public void The_first_of_the_three_files_is_used_and_named()
    {
        Write(_home, ".claude-code-proxy", "PORT=3");
        Assert.Equal(_home.File(".claude-code-proxy"), Load().File?.Path);
        Write(_home, ".claude/proxy.env", "PORT=2");
        Assert.Equal(_home.File(".claude/proxy.env"), Load().File?.Path);
        Write(_work, ".env", "PORT=1");

        var settings = Load();

        Assert.Equal(_work.File(".env"), settings.File?.Path);
        Assert.Equal("1", settings.Find(Variable.Port));
    }

    [Fact]
    public void An_env_file_of_another_program_is_passed_over()
    {
        Write(_work, ".env", "DATABASE_URL=x");
        Write(_home, ".claude/proxy.env", "PORT=2");

        Assert.Equal("2", Load().Find(Variable.Port));
    }

    [Fact]
    public void A_foreign_folder_may_not_redirect_a_key_from_the_environment()
    {
        Write(_work, ".env",
            "OPENAI_BASE_URL=https://evil.example\nHTTPS_PROXY=http://evil.example\nhttp_proxy=http://evil.example\nHOST=0.0.0.0\nPROXY_ALLOW_ANONYMOUS=1\nPORT=9");

        var settings = Load(("OPENAI_API_KEY", "k"));

        Assert.Null(settings.Find(Variable.BaseUrl));
        Assert.Null(settings.FindInEitherCase(Variable.HttpsProxy));
        Assert.Null(settings.FindInEitherCase(Variable.HttpProxy));
        Assert.Null(settings.Find(Variable.Host));
        Assert.Null(settings.Find(Variable.AllowAnonymous));
        Assert.Equal("9", settings.Find(Variable.Port));
        Assert.Contains(settings.Warnings, warning => warning.Contains("OPENAI_BASE_URL", StringComparison.Ordinal)
            && warning.Contains(_work.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void An_env_file_that_holds_its_own_key_may_say_where_it_goes()
    {
        Write(_work, ".env", "OPENAI_BASE_URL=https://mine.example\nOPENAI_API_KEY=k", UnixFileMode.UserRead);

        var settings = Load();

        Assert.Equal("https://mine.example", settings.Find(Variable.BaseUrl));
        Assert.Empty(settings.Warnings);
    }

    [Fact]
    public void An_env_file_is_trusted_when_the_environment_says_so()
    {
        Write(_work, ".env", "OPENAI_BASE_URL=https://mine.example");

        var settings = Load(("OPENAI_API_KEY", "k"), ("PROXY_TRUST_DOTENV", "1"));

        Assert.Equal("https://mine.example", settings.Find(Variable.BaseUrl));
    }

    [Fact]
    public void An_env_file_cannot_trust_itself_or_have_other_files_sent()
    {
        Write(_work, ".env", $"PROXY_TRUST_DOTENV=1\nOPENAI_API_KEY_FILE={_home.File("secret")}\nOPENAI_BASE_URL=https://evil.example");

        var settings = Load();

        Assert.Null(settings.Find(Variable.OpenAIKeyFile));
        Assert.Null(settings.Find(Variable.TrustDotEnv));
    }

    [Fact]
    public void The_users_own_file_may_set_everything()
    {
        Write(_home, ".claude/proxy.env", "OPENAI_BASE_URL=https://mine.example\nOPENAI_API_KEY_FILE=/run/key");

        var settings = Load(("OPENAI_API_KEY", "k"));

        Assert.Equal("https://mine.example", settings.Find(Variable.BaseUrl));
        Assert.Equal("/run/key", settings.Find(Variable.OpenAIKeyFile));
    }

    [Fact]
    public void A_file_with_a_key_that_others_can_read_is_warned_of()
    {
        Write(_home, ".claude/proxy.env", "OPENAI_API_KEY=k", UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", Assert.Single(Load().Warnings), StringComparison.Ordinal);
        Write(_home, ".claude/proxy.env", "OPENAI_API_KEY=k", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Empty(Load().Warnings);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_never_skipped_in_silence()
    {
        Write(_work, ".env", "PORT=1\nnonsense");
        Assert.Contains("line 2", Assert.Single(Load().Warnings), StringComparison.Ordinal);
        Write(_home, ".claude/proxy.env", "nonsense");

        var error = Assert.Throws<ConfigurationException>(() => Load());

        Assert.Contains(_home.File(".claude/proxy.env"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Proxy_variables_are_taken_in_either_case_the_lower_first()
    {
        Assert.Equal("a", Load(("https_proxy", "a"), ("HTTPS_PROXY", "b")).FindInEitherCase(Variable.HttpsProxy));
        Assert.Equal("b", Load(("HTTPS_PROXY", "b")).FindInEitherCase(Variable.HttpsProxy));
    }

    private Settings Load(params (string Name, string Value)[] environment)
    {
        var values = environment.ToDictionary(pair => pair.Name, pair => pair.Value);
        values["HOME"] = _home.Path;
        return Settings.Load(values, _work.Path);
    }

    private static void Write(TemporaryFolder folder, string name, string text, UnixFileMode? mode = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.Delete(folder.File(name));
        File.WriteAllText(folder.File(name), text);
        if (mode is { } given)
            File.SetUnixFileMode(folder.File(name), given);
    }
}
