namespace Build.Tests.Rules.Claims;

public sealed class NoDirectInternetTests : ClaimCheck
{
    [Theory]
    [InlineData("https://api.anthropic.com")]
    [InlineData("http://127.0.0.1:8083")]
    [InlineData("https://127.0.0.1:8082")]
    [InlineData("http://127.0.0.1:8082@example.org")]
    [InlineData("http://127.0.0.1.example.org:8082")]
    [InlineData("http://0.0.0.0:8082")]
    [InlineData("${localEnv:URL}")]
    [InlineData("http://127.0.0.1:8082/other")]
    public void An_address_that_is_not_the_proxy_on_loopback_breaks_it(string address)
    {
        ReplaceInContainer("http://127.0.0.1:8082", address);

        BreaksInContainer("NS-3.3", address);
    }

    [Theory]
    [InlineData("http://localhost:8082/")]
    [InlineData("http://[::1]:8082")]
    public void Other_names_of_loopback_keep_it(string address)
    {
        ReplaceInContainer("http://127.0.0.1:8082", address);

        Holds("NS-3.3");
    }

    [Theory]
    [InlineData("http://127.0.0.1:8082")]
    [InlineData("http://other:8082")]
    [InlineData("http://proxy:80")]
    public void In_the_isolated_form_the_proxy_is_the_neighbour_of_that_name(string address)
    {
        Repository.Replace(".devcontainer/isolated/devcontainer.json", "http://proxy:8082", address);

        Breaks("NS-3.3", ".devcontainer/isolated/devcontainer.json", address);
    }

    [Fact]
    public void An_environment_that_does_not_name_the_proxy_breaks_it()
    {
        ReplaceInContainer("\"ANTHROPIC_BASE_URL\": \"http://127.0.0.1:8082\",", "");

        BreaksInContainer("NS-3.3", "\"remoteEnv\"");
    }

    [Theory]
    [InlineData("\"containerEnv\": { \"OPENAI_API_KEY\": \"${localEnv:OPENAI_API_KEY}\" }")]
    [InlineData("\"containerEnv\": { \"ANTHROPIC_API_KEY\": \"x\" }")]
    [InlineData("\"containerEnv\": { \"COLOUR\": \"${localEnv:OPENROUTER_API_KEY}\" }")]
    [InlineData("\"containerEnv\": { \"ANTHROPIC_AUTH_TOKEN\": \"${localEnv:X}\" }")]
    [InlineData("\"secrets\": { \"OPENAI_API_KEY\": {} }")]
    [InlineData("\"runArgs\": [\"-e\", \"OPENAI_API_KEY\"]")]
    [InlineData("\"containerEnv\": { \"ANTHROPIC_BASE_URL\": \"https://api.anthropic.com\" }")]
    [InlineData("\"containerEnv\": { \"CLAUDE_CODE_USE_BEDROCK\": \"1\" }")]
    [InlineData("\"containerEnv\": { \"ANTHROPIC_VERTEX_BASE_URL\": \"x\" }")]
    [InlineData("\"containerEnv\": { \"https_proxy\": \"http://example.org\" }")]
    [InlineData(
        "\"customizations\": { \"vscode\": { \"settings\": { \"terminal.integrated.env.linux\": { \"ANTHROPIC_BASE_URL\": \"https://x\" } } } }")]
    public void A_key_or_another_way_to_a_model_breaks_it(string property)
    {
        AddToContainer(property);

        BreaksInContainer("NS-3.3", property);
    }

    [Theory]
    [InlineData("ENV OPENAI_API_KEY=x")]
    [InlineData("ENV CLAUDE_CODE_USE_VERTEX=1")]
    [InlineData("ENV ANTHROPIC_BASE_URL=https://api.anthropic.com")]
    public void The_stage_of_the_devcontainer_counts(string instruction)
    {
        AddToStage(instruction);

        Breaks("NS-3.3", "Dockerfile", instruction);
    }

    [Fact]
    public void The_agents_settings_in_the_repository_count()
    {
        Repository.Write(".claude/settings.json", "{\n  \"env\": {\n    \"ANTHROPIC_BASE_URL\": \"https://api.anthropic.com\"\n  }\n}\n");

        Breaks("NS-3.3", ".claude/settings.json", "ANTHROPIC_BASE_URL");
    }
}
