using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Secrets;

/// <summary>
/// The suite's own rules, for files that Trivy does not read: binaries above all. Few and exact, because they run over machine code, and
/// first of all for the keys that this proxy is given.
/// </summary>
internal static partial class SecretRules
{
    public static ImmutableArray<SecretRule> All { get; } =
    [
        new("private-key", "Asymmetric Private Key", "PRIVATE KEY", PrivateKey()),
        new("anthropic-api-key", "Anthropic API key", "sk-ant-", Anthropic()),
        new("openai-api-key", "OpenAI API key", "T3BlbkFJ", OpenAi()),
        new("openrouter-api-key", "OpenRouter API key", "sk-or-v1-", OpenRouter()),
        new("provider-api-key", "API key of a model provider", "sk-", Provider()),
        new("groq-api-key", "Groq API key", "gsk_", Groq()),
        new("xai-api-key", "xAI API key", "xai-", XAi()),
        new("google-api-key", "Google API key", "AIza", Google()),
        new("hugging-face-access-token", "Hugging Face Access Token", "hf_", HuggingFace()),
        new("github-pat", "GitHub Personal Access Token", "ghp_", GitHubPersonal()),
        new("github-oauth", "GitHub OAuth Access Token", "gho_", GitHubOAuth()),
        new("github-app-token", "GitHub App Token", "ghs_", GitHubServer()),
        new("github-app-token", "GitHub App Token", "ghu_", GitHubUser()),
        new("github-fine-grained-pat", "GitHub fine-grained personal access token", "github_pat_", GitHubFineGrained()),
        new("gitlab-pat", "GitLab Personal Access Token", "glpat-", GitLab()),
        new("npm-access-token", "npm access token", "npm_", Npm()),
        new("slack-access-token", "Slack token", "xox", Slack()),
        new("aws-access-key-id", "AWS Access Key ID", "AKIA", AwsLongTerm()),
        new("aws-access-key-id", "AWS Access Key ID", "ASIA", AwsTemporary()),
        new("aws-secret-access-key", "AWS Secret Access Key", "AWS_SECRET_ACCESS_KEY", AwsSecret()),
        new("aws-secret-access-key", "AWS Secret Access Key", "aws_secret_access_key", AwsSecret()),
    ];

    /// <summary>
    /// Every TLS library contains the header alone; a key is the header followed by lines of base64, with real or escaped line ends.
    /// </summary>
    [GeneratedRegex(
        """
        -----BEGIN\ [A-Z0-9\ ]{0,30}PRIVATE\ KEY(?:\ BLOCK)?-----(?:\s|\\+[rn])*
        (?:[A-Za-z-]{1,40}:\ [^\r\n\\]{0,200}(?:\s|\\+[rn])+){0,8}
        (?:[A-Za-z0-9+/=]{16,}(?:\s|\\+[rn])*){2,}[A-Za-z0-9+/=]{0,16}(?:\s|\\+[rn])*
        (?:-----END\ [A-Z0-9\ ]{0,40}-----)?
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(?<![A-Za-z0-9])sk-ant-[a-z0-9]{3,10}-[A-Za-z0-9_-]{60,}")]
    private static partial Regex Anthropic();

    [GeneratedRegex(@"(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100}")]
    private static partial Regex OpenAi();

    [GeneratedRegex(@"(?<![A-Za-z0-9])sk-or-v1-[0-9a-f]{64}(?![A-Za-z0-9])")]
    private static partial Regex OpenRouter();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])sk-(?:proj-|svcacct-|admin-)?(?![A-Za-z0-9]*T3BlbkFJ)[A-Za-z0-9]{32,}(?![A-Za-z0-9])")]
    private static partial Regex Provider();

    [GeneratedRegex(@"(?<![A-Za-z0-9])gsk_[A-Za-z0-9]{52}(?![A-Za-z0-9])")]
    private static partial Regex Groq();

    [GeneratedRegex(@"(?<![A-Za-z0-9])xai-[A-Za-z0-9]{80}(?![A-Za-z0-9])")]
    private static partial Regex XAi();

    [GeneratedRegex(@"(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])")]
    private static partial Regex Google();

    [GeneratedRegex(@"(?<![A-Za-z0-9])hf_[A-Za-z0-9]{34,40}(?![A-Za-z0-9])")]
    private static partial Regex HuggingFace();

    [GeneratedRegex(@"(?<![A-Za-z0-9])ghp_[A-Za-z0-9]{36}(?![A-Za-z0-9])")]
    private static partial Regex GitHubPersonal();

    [GeneratedRegex(@"(?<![A-Za-z0-9])gho_[A-Za-z0-9]{36}(?![A-Za-z0-9])")]
    private static partial Regex GitHubOAuth();

    [GeneratedRegex(@"(?<![A-Za-z0-9])ghs_[A-Za-z0-9]{36}(?![A-Za-z0-9])")]
    private static partial Regex GitHubServer();

    [GeneratedRegex(@"(?<![A-Za-z0-9])ghu_[A-Za-z0-9]{36}(?![A-Za-z0-9])")]
    private static partial Regex GitHubUser();

    [GeneratedRegex(@"(?<![A-Za-z0-9])github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?![A-Za-z0-9])")]
    private static partial Regex GitHubFineGrained();

    [GeneratedRegex(@"(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20,}")]
    private static partial Regex GitLab();

    [GeneratedRegex(@"(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])")]
    private static partial Regex Npm();

    [GeneratedRegex(@"(?<![A-Za-z0-9])xox[abeprs]-[A-Za-z0-9-]{20,}")]
    private static partial Regex Slack();

    [GeneratedRegex(@"(?<![A-Za-z0-9])AKIA[A-Z0-9]{16}(?![A-Za-z0-9])")]
    private static partial Regex AwsLongTerm();

    [GeneratedRegex(@"(?<![A-Za-z0-9])ASIA[A-Z0-9]{16}(?![A-Za-z0-9])")]
    private static partial Regex AwsTemporary();

    [GeneratedRegex(@"(?:AWS_SECRET_ACCESS_KEY|aws_secret_access_key)[""']?\s{0,5}[=:]\s{0,5}[""']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])")]
    private static partial Regex AwsSecret();
}
