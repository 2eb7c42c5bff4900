using System.Collections.Immutable;

namespace ContainerSecurity.Secrets;

/// <summary>Keys of those who sell answers of models: first of all the keys that this proxy is given.</summary>
internal static class ModelProviderRules
{
    /// <summary>Names in programs have capitals only where a word begins.</summary>
    private const string BothCases = "(?=(?:[a-z0-9]*[A-Z]){4})(?=(?:[A-Z0-9]*[a-z]){4})";

    public static ImmutableArray<SecretRule> All { get; } =
    [
        new("anthropic-api-key", "Anthropic API key", "sk-ant-", "[a-z]{3,6}[0-9]{2}-[A-Za-z0-9_-]{60,}"),
        new("openai-api-key", "OpenAI API key", "sk-", "[A-Za-z0-9_-]{20,120}T3BlbkFJ[A-Za-z0-9_-]{20,120}"),
        new("openai-api-key", "OpenAI API key", "sk-proj-|sk-svcacct-|sk-admin-|sk-None-", "[A-Za-z0-9_-]{40,200}") { MustLookRandom = true },
        new("openrouter-api-key", "OpenRouter API key", "sk-or-v1-", "[0-9a-f]{64}"),
        new("langfuse-secret-key", "Langfuse secret key", "sk-lf-", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
        new("cerebras-api-key", "Cerebras API key", "csk-", "[a-z0-9]{40,60}") { MustLookRandom = true },
        new("provider-api-key", "API key of a model provider", "sk-", "[A-Za-z0-9]{32,}") { MustLookRandom = true, Start = SecretStart.WholeWord },
        new("elevenlabs-api-key", "ElevenLabs API key", "sk_", "[0-9a-f]{48}"),
        new("groq-api-key", "Groq API key", "gsk_", "[A-Za-z0-9]{52}"),
        new("xai-api-key", "xAI API key", "xai-", "[A-Za-z0-9]{70,90}"),
        new("perplexity-api-key", "Perplexity API key", "pplx-", "[A-Za-z0-9]{48,64}"),
        new("replicate-api-token", "Replicate API token", "r8_", "[A-Za-z0-9]{37}"),
        new("fireworks-api-key", "Fireworks API key", "fw_", "[A-Za-z0-9]{22,32}") { MustLookRandom = true },
        new("nvidia-api-key", "NVIDIA API key", "nvapi-", "[A-Za-z0-9_-]{60,80}"),
        new("jina-api-key", "Jina API key", "jina_", "[A-Za-z0-9_-]{50,70}"),
        new("tavily-api-key", "Tavily API key", "tvly-", "(?:dev-|prod-)?[A-Za-z0-9-]{30,44}"),
        new("pinecone-api-key", "Pinecone API key", "pcsk_", "[A-Za-z0-9]{4,8}_[A-Za-z0-9]{55,70}"),
        new("langsmith-api-key", "LangSmith API key", "lsv2_pt_|lsv2_sk_", "[0-9a-f]{32}_[0-9a-f]{10}"),
        new("e2b-api-key", "E2B API key", "e2b_", "[0-9a-f]{40}"),
        new("hugging-face-access-token", "Hugging Face Access Token", "hf_", BothCases + "[A-Za-z0-9]{34,40}"),
        new("hugging-face-access-token", "Hugging Face organisation token", "api_org_", BothCases + "[A-Za-z0-9]{34,40}"),
        new("google-api-key", "Google API key", "AIza", "[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])"),
    ];
}
