using System.Text;
using static Build.Tests.Secrets.Fills;

namespace Build.Tests.Secrets;

/// <summary>The forms of secrets in the corpus. No text here begins as a key does: each is put together.</summary>
internal static class SecretFormats
{
    public static IReadOnlyList<SecretFormat> All { get; } =
    [
        Token("Anthropic", "anthropic-api-key", "sk", "-ant-api03-", fill => fill(93, Url) + "AA"),
        Token("Anthropic administrator", "anthropic-api-key", "sk", "-ant-admin01-", fill => fill(93, Url) + "AA"),
        Token("Anthropic OAuth", "anthropic-api-key", "sk", "-ant-oat01-", fill => fill(93, Url) + "AA"),
        Token("OpenAI", "openai-api-key", "sk", "-", fill => fill(20, Letters) + "T3Blbk" + "FJ" + fill(20, Letters)),
        Token("OpenAI project", "openai-api-key", "sk", "-proj-", fill => fill(74, Url) + "T3Blbk" + "FJ" + fill(74, Url)),
        Token("OpenAI service account", "openai-api-key", "sk", "-svcacct-", fill => fill(74, Url) + "T3Blbk" + "FJ" + fill(74, Url)),
        Token("OpenAI administrator", "openai-api-key", "sk", "-admin-", fill => fill(58, Url)),
        Token("OpenRouter", "openrouter-api-key", "sk", "-or-v1-", fill => fill(64, Hex)),
        Token("other providers", "provider-api-key", "sk", "-", fill => fill(48, Letters)),
        Token("Groq", "groq-api-key", "gsk", "_", fill => fill(52, Letters)),
        Token("xAI", "xai-api-key", "xai", "-", fill => fill(80, Letters)),
        Token("Perplexity", "perplexity-api-key", "pplx", "-", fill => fill(48, Letters)),
        Token("Replicate", "replicate-api-token", "r8", "_", fill => fill(37, Letters)),
        Token("Hugging Face", "hugging-face-access-token", "hf", "_", fill => fill(34, Letters)),
        Token("Hugging Face organisation", "hugging-face-access-token", "api", "_org_", fill => fill(34, Letters)),
        Token("NVIDIA", "nvidia-api-key", "nvapi", "-", fill => fill(64, Url)),
        Token("Google API key", "google-api-key", "AI", "za", fill => fill(35, Url)),
        Token("Google OAuth client", "google-oauth-client-secret", "GOC", "SPX-", fill => fill(28, Url)),
        Token("GitHub personal", "github-pat", "gh", "p_", fill => fill(36, Letters)),
        Token("GitHub OAuth", "github-oauth", "gh", "o_", fill => fill(36, Letters)),
        Token("GitHub server", "github-app-token", "gh", "s_", fill => fill(36, Letters)),
        Token("GitHub user", "github-app-token", "gh", "u_", fill => fill(36, Letters)),
        Token("GitHub refresh", "github-refresh-token", "gh", "r_", fill => fill(76, Letters)),
        Token("GitHub fine-grained", "github-fine-grained-pat", "github", "_pat_", fill => fill(22, Letters) + "_" + fill(59, Letters)),
        Token("GitLab personal", "gitlab-pat", "gl", "pat-", fill => fill(20, Url)),
        Token("GitLab runner", "gitlab-runner-token", "gl", "rt-", fill => fill(20, Url)),
        Token("GitLab deploy", "gitlab-deploy-token", "gl", "dt-", fill => fill(20, Url)),
        Token("GitLab trigger", "gitlab-token", "gl", "ptt-", fill => fill(40, Hex)),
        Token("GitLab CI job", "gitlab-job-token", "gl", "cbt-", fill => fill(2, Letters) + "_" + fill(20, Url)),
        Token("Docker personal", "docker-token", "dckr", "_pat_", fill => fill(27, Url)),
        Token("Docker organisation", "docker-token", "dckr", "_oat_", fill => fill(32, Url)),
        Token("npm", "npm-access-token", "np", "m_", fill => fill(36, Letters)),
        Token("PyPI", "pypi-upload-token", "py", "pi-AgE", fill => fill(150, Url)),
        Token("RubyGems", "rubygems-api-token", "rubygems", "_", fill => fill(48, Hex)),
        Token("Vault service", "vault-token", "hv", "s.", fill => fill(95, Url)),
        Token("Vault batch", "vault-token", "hv", "b.", fill => fill(140, Url)),
        Token("AWS key id", "aws-access-key-id", "AK", "IA", fill => fill(16, Capitals)),
        Token("AWS secret key", "aws-secret-access-key", "AWS_SECRET", "_ACCESS_KEY=", fill => fill(40, Base64)),
        Token("Azure storage", "azure-storage-key", "Account", "Key=", fill => fill(86, Base64) + "=="),
        Token("Azure client secret", "azure-client-secret", "", "", fill => fill(3, Letters) + "8" + "Q~" + fill(34, Letters)),
        Token("DigitalOcean personal", "digitalocean-token", "do", "p_v1_", fill => fill(64, Hex)),
        Token("DigitalOcean OAuth", "digitalocean-token", "do", "o_v1_", fill => fill(64, Hex)),
        Token("Databricks", "databricks-api-token", "da", "pi", fill => fill(32, Hex)),
        Token("Tailscale", "tailscale-key", "ts", "key-auth-", fill => fill(17, Letters) + "-" + fill(32, Letters)),
        Token("PlanetScale", "planetscale-api-token", "pscale", "_tkn_", fill => fill(43, Url)),
        Token("Supabase", "supabase-token", "sb", "p_", fill => fill(40, Hex)),
        Token("Doppler", "doppler-api-token", "dp", ".pt.", fill => fill(43, Letters)),
        Token("Fly", "fly-access-token", "fo", "1_", fill => fill(43, Url)),
        Token("Pulumi", "pulumi-api-token", "pu", "l-", fill => fill(40, Hex)),
        Token("Terraform Cloud", "hashicorp-tf-api-token", "", "", fill => fill(14, Letters) + ".atlas" + "v1." + fill(67, Url)),
        Token("Slack bot", "slack-access-token", "xo", "xb-", fill => fill(12, Digits) + "-" + fill(13, Digits) + "-" + fill(24, Letters)),
        Token("Slack user", "slack-access-token", "xo", "xp-", fill => fill(12, Digits) + "-" + fill(12, Digits) + "-" + fill(32, Hex)),
        Token("Slack app", "slack-app-token", "xa", "pp-1-A", fill => fill(9, Capitals) + "-" + fill(13, Digits) + "-" + fill(64, Hex)),
        Token("Slack webhook", "slack-web-hook", "https://hooks.slack", ".com/services/T",
            fill => fill(9, Capitals) + "/B" + fill(10, Capitals) + "/" + fill(24, Letters)),
        Token("Discord webhook", "discord-web-hook", "https://discord", ".com/api/webhooks/", fill => fill(18, Digits) + "/" + fill(68, Url)),
        Token("Telegram", "telegram-bot-token", "", "", fill => "7" + fill(9, Digits) + ":A" + "A" + fill(33, Url)),
        Token("Stripe", "stripe-secret-token", "sk", "_live_", fill => fill(24, Letters)),
        Token("SendGrid", "sendgrid-api-token", "S", "G.", fill => fill(22, Url) + "." + fill(43, Url)),
        Token("Mailgun", "mailgun-token", "ke", "y-", fill => fill(32, Hex)),
        Token("Twilio", "twilio-api-key", "S", "K", fill => fill(32, Hex)),
        Token("Shopify", "shopify-token", "shp", "at_", fill => fill(32, Hex)),
        Token("Square", "square-token", "sq", "0csp-", fill => fill(43, Url)),
        Token("Linear", "linear-api-token", "lin", "_api_", fill => fill(40, Letters)),
        Token("Notion", "notion-api-token", "nt", "n_", fill => fill(46, Letters)),
        Token("Notion, older", "notion-api-token", "sec", "ret_", fill => fill(43, Letters)),
        Token("Figma", "figma-token", "fi", "gd_", fill => fill(40, Url)),
        Token("Postman", "postman-api-token", "PM", "AK-", fill => fill(24, Hex) + "-" + fill(34, Hex)),
        Token("Sentry", "sentry-token", "sn", "tryu_", fill => fill(64, Hex)),
        Token("Grafana", "grafana-api-token", "gl", "sa_", fill => fill(32, Letters) + "_" + fill(8, Hex)),
        Token("New Relic", "new-relic-user-api-key", "NR", "AK-", fill => fill(27, Capitals)),
        Token("age", "age-secret-key", "AGE-SECRET", "-KEY-1", fill => fill(58, "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")),
        Token("password in an address", "password-in-address", "postgres:", "//app:", fill => fill(18, Letters) + "@db.internal:5432/app"),
        Token("password in an address without a user", "password-in-address", "redis:", "//:", fill => fill(24, Letters) + "@cache:6379/0"),
        Token("JSON Web Token", "jwt-token", "ey", "JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.",
            fill => Coded("{\"sub\":\"service\",\"iat\":1516239022}") + "." + fill(43, Url)),
        Token("PEM in base64", "private-key", "", "", fill => Coded(Pem("RSA ", fill))),
        new("PEM, PKCS#8", "private-key", fill => Pem("", fill)) { File = "key.pem" },
        new("PEM, OpenSSH", "private-key", fill => Pem("OPENSSH ", fill)) { File = "id_ed25519" },
        new("WireGuard", "wireguard-private-key", fill => "[Interface]\nPrivate" + "Key = " + fill(43, Base64) + "=\n") { File = "wg0.conf" },
        new("PuTTY", "putty-private-key",
            fill => "PuTTY-User-" + "Key-File-3: ssh-ed25519\nEncryption: none\nComment: c\nPublic-Lines: 1\n" + fill(64, Base64)
            + "\nPrivate-Lines: 1\n" + fill(48, Base64) + "\n") { File = "k.ppk" },
        new("netrc", "netrc-password", fill => "machine api.example.org\nlogin bot\npass" + "word " + fill(20, Letters) + "\n") { File = ".netrc" },
        new("pypirc", "secret-in-config", fill => "[private]\nusername = bot\npass" + "word = " + fill(20, Letters) + "\n") { File = ".pypirc" },
        new("npmrc", "npm-auth-token", fill => "//npm.example.org/:_auth" + "Token=" + fill(36, Letters) + "\n") { File = ".npmrc" },
        new("git-credentials", "password-in-address",
            fill => "https:/" + "/bot:" + fill(20, Letters) + "@git.example.org\n")
        {
            File = ".git-credentials",
        },
        new("Docker config.json", "docker-registry-password",
            fill => "{\"auths\":{\"r.example.org\":{\"au" + "th\":\"" + Coded("bot:" + fill(20, Letters), padded: true) + "\"}}}")
        {
            File = ".docker/config.json",
        },
        new("kubeconfig", "private-key",
            fill => "users:\n- name: a\n  user:\n    client-key-data: " + Coded(Pem("EC ", fill), padded: true) + "\n")
        {
            File = ".kube/config",
        },
        new("compose environment", "secret-in-config",
            fill => "services:\n  a:\n    environment:\n      DB_PASS" + "WORD: " + fill(14, Letters) + "\n")
        {
            File = "compose.yaml",
        },
        new("curl -u", "password-on-command-line", fill => "curl -fsS -u bot:" + fill(16, Letters) + " https://example.org/a\n") { File = "get.sh" },
        new("mysql -p", "password-on-command-line", fill => "mysql -uroot -p" + fill(16, Letters) + " -e 'select 1'\n") { File = "load.sh" },
        new("bearer", "authorization-header",
            fill => "curl -H 'Authorization: Bear" + "er " + fill(40, Letters) + "' https://example.org\n")
        {
            File = "call.sh",
        },
    ];

    private static SecretFormat Token(string name, string rule, string start, string rest, Func<Fill, string> make) =>
        new(name, rule, fill => start + rest + make(fill));

    private static string Pem(string kind, Fill fill)
    {
        var name = kind + "PRIVATE" + " KEY";
        return $"-----BEGIN {name}-----\n{string.Concat(Enumerable.Range(0, 8).Select(_ => fill(64, Base64) + "\n"))}-----END {name}-----\n";
    }

    private static string Coded(string text, bool padded = false)
    {
        var coded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        return padded ? coded : coded.TrimEnd('=');
    }
}
