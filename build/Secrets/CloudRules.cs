using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>Keys of clouds, and of those who keep secrets for others.</summary>
internal static class CloudRules
{
    private const string Assigned = @"[""']?\s{0,5}(?:=>|[=:,]|\s)\s{0,5}[""']?";

    public static ImmutableArray<SecretRule> All { get; } =
    [
        new("aws-access-key-id", "AWS Access Key ID", "AKIA|ASIA|ABIA|ACCA", "[A-Z0-9]{16}"),
        new("aws-secret-access-key", "AWS Secret Access Key",
            "secret_access_key|SecretAccessKey|aws_secret_key|secret-access-key", "[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])")
        {
            Lead = Assigned, IsExact = true, Start = SecretStart.NamePart,
        },
        new("aws-session-token", "AWS session token", "session_token|SessionToken", "[A-Za-z0-9/+=]{100,}")
        {
            Lead = Assigned, IsExact = true, Start = SecretStart.NamePart,
        },
        new("aws-bedrock-key", "AWS Bedrock API key", "ABSK", "[A-Za-z0-9+/]{100,}={0,2}"),
        new("azure-storage-key", "Azure storage account key", "AccountKey", "[A-Za-z0-9+/]{86}==")
        {
            Lead = @"\s?[=:]\s?", IsExact = true, Start = SecretStart.Anything,
        },
        new("azure-sas-token", "Azure shared access signature", "?sig=|&sig=", "[A-Za-z0-9%/+]{43,60}(?:%3D|=)")
        {
            Lead = "", IsExact = true, Start = SecretStart.Anything, Severity = Severity.High,
        },
        new("azure-shared-access-key", "Azure shared access key", "SharedAccessKey", "[A-Za-z0-9+/]{43}=")
        {
            Lead = @"\s?=\s?", IsExact = true, Start = SecretStart.Anything,
        },
        new("azure-client-secret", "Azure client secret",
            "Q~", "(?<=(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}[0-9]Q~)[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~-])")
        {
            Start = SecretStart.Anything,
        },
        new("google-oauth-client-secret", "Google OAuth client secret", "GOCSPX-", "[A-Za-z0-9_-]{28}"),
        new("google-oauth-token", "Google OAuth access token", "ya29.", "[A-Za-z0-9_-]{30,}"),
        new("google-refresh-token", "Google OAuth refresh token", "1//0", "[A-Za-z0-9_-]{40,}"),
        new("digitalocean-token", "DigitalOcean token", "dop_v1_|doo_v1_|dor_v1_", "[0-9a-f]{64}"),
        new("cloudflare-origin-ca-key", "Cloudflare Origin CA key", "v1.0-", "[0-9a-f]{24}-[0-9a-f]{146}"),
        new("alibaba-access-key-id", "Alibaba AccessKey ID", "LTAI", "[A-Za-z0-9]{16,24}") { MustLookRandom = true, Severity = Severity.High },
        new("tencent-secret-id", "Tencent secret ID", "AKID", "[A-Za-z0-9]{32}"),
        new("yandex-api-key", "Yandex API key", "AQVN", "[A-Za-z0-9_-]{35,38}"),
        new("fly-access-token", "Fly.io access token", "fm2_|fm1r_|fm1a_", "[A-Za-z0-9+/=_,-]{80,}") { IsLong = true },
        new("fly-access-token", "Fly.io access token", "fo1_", "[A-Za-z0-9_-]{43}"),
        new("heroku-api-key", "Heroku API key", "HRKU-", "(?:AA[A-Za-z0-9_-]{58}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"),
        new("netlify-token", "Netlify token", "nfp_|nfc_|nfo_|nfu_", "[A-Za-z0-9]{36,40}"),
        new("supabase-token", "Supabase token", "sbp_", "(?:v0_)?[0-9a-f]{40}"),
        new("supabase-token", "Supabase secret key", "sb_secret_", "[A-Za-z0-9_-]{30,}"),
        new("planetscale-api-token", "PlanetScale token", "pscale_tkn_|pscale_oauth_", "[A-Za-z0-9_=.-]{32,64}"),
        new("planetscale-password", "PlanetScale password", "pscale_pw_", "[A-Za-z0-9_=.-]{32,64}"),
        new("databricks-api-token", "Databricks API token", "dapi|dose", "[0-9a-f]{32}(?:-[0-9])?"),
        new("tailscale-key", "Tailscale key", "tskey-", "(?:auth|api|client|scim|webhook)-[A-Za-z0-9]{5,}-[A-Za-z0-9]{20,}"),
        new("openshift-token", "OpenShift token", "sha256~", "[A-Za-z0-9_-]{43}"),
        new("vault-token", "HashiCorp Vault token", "hvs.|hvb.|hvr.", "[A-Za-z0-9_-]{24,}") { MustLookRandom = true },
        new("doppler-api-token", "Doppler API token", "dp.", @"(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}"),
        new("1password-service-account-token", "1Password service account token", "ops_eyJ", "[A-Za-z0-9+/_=-]{100,}") { IsLong = true },
        new("1password-secret-key", "1Password secret key",
            "A3-", "[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}"),
        new("twilio-api-key", "Twilio API key", "SK", "[0-9a-f]{32}") { Severity = Severity.High },
    ];
}
