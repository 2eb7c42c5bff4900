using System.Text.RegularExpressions;

namespace ContainerSecurity.Secrets;

/// <summary>File names that usually contain secrets.</summary>
internal static partial class SecretFileNames
{
    /// <param name="path">With <c>/</c>, relative or absolute.</param>
    /// <returns>What such a file contains; null for any other name.</returns>
    public static string? FindKind(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return EnvironmentFile().IsMatch(name) && !Template().IsMatch(name) ? "environment file"
            : SshKey().IsMatch(name) ? "SSH private key"
            : KeyStore().IsMatch(name) ? "key store"
            : CredentialFile().IsMatch(path) ? "credential file"
            : null;
    }

    [GeneratedRegex(@"^\.env(\..+)?$")]
    private static partial Regex EnvironmentFile();

    [GeneratedRegex(@"\.(example|sample|template|tmpl|dist|defaults?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Template();

    [GeneratedRegex(@"^(id_(rsa|dsa|ecdsa|ed25519)(_sk)?|ssh_host_\w+_key)$")]
    private static partial Regex SshKey();

    [GeneratedRegex(@"\.(pfx|p12|jks|keystore|kdbx)$", RegexOptions.IgnoreCase)]
    private static partial Regex KeyStore();

    [GeneratedRegex(
        @"(^|/)([._]netrc|\.pgpass|\.my\.cnf|\.git-credentials|\.npmrc|\.pypirc|\.aws/credentials|\.docker/config\.json|\.dockercfg|\.kube/config"
        + @"|\.config/(gcloud/application_default_credentials\.json|gh/hosts\.yml)|\.azure/(accessTokens|msal_token_cache)\.json|\.s3cfg"
        + @"|\.boto|\.cargo/credentials(\.toml)?|\.gem/credentials|\.composer/auth\.json|\.terraform\.d/credentials\.tfrc\.json|\.vault-token"
        + @"|\.claude/proxy\.env|\.claude-code-proxy)$")]
    private static partial Regex CredentialFile();
}
