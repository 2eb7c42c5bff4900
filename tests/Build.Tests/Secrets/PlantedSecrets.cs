using System.Security.Cryptography;

namespace Build.Tests.Secrets;

/// <summary>Made-up secrets, composed when a test runs: no file of the repository may look as if it held one.</summary>
internal static class PlantedSecrets
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string GitHub => "ghp" + "_" + Mixed(36);

    public static string Anthropic => "sk" + "-ant-" + "api03-" + Mixed(95);

    public static string AwsSecret => "AWS_SECRET" + "_ACCESS_KEY=" + Mixed(40);

    public static string PrivateKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    /// <summary>Every kind that the own rules know.</summary>
    public static TheoryData<string, string> All => new()
    {
        { "private-key", PrivateKey() },
        { "private-key", PrivateKey().Replace("\n", "\\n", StringComparison.Ordinal) },
        { "private-key", PrivateKey().Replace("\n", "\r\n    ", StringComparison.Ordinal) },
        { "anthropic-api-key", Anthropic },
        { "openai-api-key", "sk" + "-proj-" + Mixed(30) + "T3Blbk" + "FJ" + Mixed(30) },
        { "openrouter-api-key", "sk" + "-or-v1-" + string.Concat(Mixed(64).Select(letter => "0123456789abcdef"[letter % 16])) },
        { "provider-api-key", "sk" + "-" + Mixed(48) },
        { "groq-api-key", "gsk" + "_" + Mixed(52) },
        { "xai-api-key", "xai" + "-" + Mixed(80) },
        { "google-api-key", "AI" + "za" + Mixed(35) },
        { "hugging-face-access-token", "hf" + "_" + Mixed(34) },
        { "github-pat", GitHub },
        { "github-oauth", "gho" + "_" + Mixed(36) },
        { "github-app-token", "ghs" + "_" + Mixed(36) },
        { "github-app-token", "ghu" + "_" + Mixed(36) },
        { "github-fine-grained-pat", "github" + "_pat_" + Mixed(22) + "_" + Mixed(59) },
        { "gitlab-pat", "glpat" + "-" + Mixed(20) },
        { "npm-access-token", "npm" + "_" + Mixed(36) },
        { "slack-access-token", "xox" + "b-" + Mixed(12) + "-" + Mixed(24) },
        { "aws-access-key-id", "AK" + "IA" + Mixed(16).ToUpperInvariant() },
        { "aws-access-key-id", "AS" + "IA" + Mixed(16).ToUpperInvariant() },
        { "aws-secret-access-key", AwsSecret },
        { "aws-secret-access-key", "aws_secret" + "_access_key = \"" + Mixed(40) + "\"" },
    };

    /// <summary>The same letters every time, in no order that a rule could take for a placeholder.</summary>
    private static string Mixed(int length) => string.Create(length, 0, (text, _) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = Letters[((i * 29) + (i * i * 7) + 11) % Letters.Length];
    });
}
