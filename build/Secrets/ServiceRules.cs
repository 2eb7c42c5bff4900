using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>Tokens of other services.</summary>
internal static class ServiceRules
{
    private const string Uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    public static ImmutableArray<SecretRule> All { get; } =
    [
        new("slack-access-token", "Slack token", "xox", @"(?:e\.xox)?[abceoprs]-(?=[0-9-]*[A-Za-z])[A-Za-z0-9-]{20,250}"),
        new("slack-app-token", "Slack app token", "xapp-", "[0-9]-[A-Z0-9]{5,15}-[0-9]{8,20}-[0-9a-f]{64}"),
        new("slack-workflow-token", "Slack workflow token", "xwfp-", "[A-Za-z0-9-]{20,250}"),
        new("slack-web-hook", "Slack Webhook", "hooks.slack.com/",
            "(?:services/T[A-Za-z0-9_]{6,14}/B[A-Za-z0-9_]{6,14}/[A-Za-z0-9_]{20,30}"
            + "|(?:workflows/T[A-Za-z0-9_]{6,14}/A[A-Za-z0-9_]{6,14}|triggers/[A-Z0-9]{8,14})/[0-9]{10,22}/[A-Za-z0-9]{20,40})")
        {
            Start = SecretStart.Anything, Severity = Severity.High,
        },
        new("discord-web-hook", "Discord webhook", "discord.com/api/webhooks/|discordapp.com/api/webhooks/", "[0-9]{17,20}/[A-Za-z0-9_-]{60,80}")
        {
            Start = SecretStart.Anything, Severity = Severity.High,
        },
        new("teams-web-hook", "Microsoft Teams webhook", ".webhook.office.com/webhookb2/", $"{Uuid}@{Uuid}/IncomingWebhook/[0-9a-f]{{32}}/{Uuid}")
        {
            Start = SecretStart.Anything, Severity = Severity.High,
        },
        new("telegram-bot-token", "Telegram bot token", ":AA", "(?<=(?<![A-Za-z0-9])(?:bot)?[0-9]{8,10}:AA)[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])")
        {
            Start = SecretStart.Anything,
        },
        new("stripe-secret-token", "Stripe secret key", "sk_live_|rk_live_", "[A-Za-z0-9]{16,120}"),
        new("stripe-secret-token", "Stripe test key", "sk_test_|rk_test_", "[A-Za-z0-9]{16,120}") { Severity = Severity.Medium },
        new("stripe-webhook-secret", "Stripe webhook secret", "whsec_", "[A-Za-z0-9+/=]{32,}"),
        new("sendgrid-api-token", "SendGrid API token", "SG.", @"[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
        new("mailgun-token", "Mailgun token", "key-", "[0-9a-f]{32}") { Start = SecretStart.WholeWord },
        new("sendinblue-api-token", "Brevo API token", "xkeysib-|xsmtpsib-", "[0-9a-f]{64}-[A-Za-z0-9]{16}"),
        new("resend-api-key", "Resend API key", "re_", "[A-Za-z0-9]{8}_[A-Za-z0-9]{24}"),
        new("shopify-token", "Shopify token", "shpat_|shpss_|shpca_|shppa_", "[0-9a-fA-F]{32}"),
        new("square-token", "Square token", "sq0atp-|sq0csp-|sq0idp-", "[A-Za-z0-9_-]{22,43}"),
        new("paypal-token", "PayPal access token", "access_token$production$", "[0-9a-z]{16}[$][0-9a-f]{32}"),
        new("razorpay-key", "Razorpay key", "rzp_live_", "[A-Za-z0-9]{14}"),
        new("flutterwave-secret-key", "Flutterwave secret key", "FLWSECK-|FLWSECK_TEST-", "[0-9a-hA-H]{32}-X"),
        new("easypost-api-token", "EasyPost API token", "EZAK|EZTK", "[A-Za-z0-9]{54}"),
        new("duffel-api-token", "Duffel API token", "duffel_live_|duffel_test_", "[A-Za-z0-9_-]{43}"),
        new("shippo-api-token", "Shippo API token", "shippo_live_", "[0-9a-f]{40}"),
        new("linear-api-token", "Linear API token", "lin_api_|lin_oauth_", "[A-Za-z0-9]{40,64}"),
        new("notion-api-token", "Notion API token", "ntn_", "[A-Za-z0-9]{40,50}"),
        new("notion-api-token", "Notion API token", "secret_", "[A-Za-z0-9]{43}") { Start = SecretStart.WholeWord, MustLookRandom = true },
        new("figma-token", "Figma token", "figd_|figu_|figo_", "[A-Za-z0-9_-]{36,}"),
        new("postman-api-token", "Postman API token", "PMAK-", "[0-9a-f]{24}-[0-9a-f]{34}"),
        new("airtable-token", "Airtable token", "pat", @"[A-Za-z0-9]{14}\.[0-9a-f]{64}"),
        new("hubspot-api-token", "HubSpot token", "pat-na1-|pat-na2-|pat-eu1-", Uuid),
        new("typeform-api-token", "Typeform token", "tfp_", "[A-Za-z0-9_.=-]{40,70}"),
        new("contentful-token", "Contentful token", "CFPAT-", "[A-Za-z0-9_-]{43}"),
        new("sentry-token", "Sentry token", "sntryu_", "[0-9a-f]{64}"),
        new("sentry-token", "Sentry organisation token", "sntrys_eyJ", "[A-Za-z0-9+/=_-]{60,}") { IsLong = true },
        new("grafana-api-token", "Grafana token", "glsa_", "[A-Za-z0-9]{32}_[0-9a-f]{8}"),
        new("grafana-api-token", "Grafana Cloud token", "glc_eyJ", "[A-Za-z0-9+/=]{32,}") { IsLong = true },
        new("grafana-api-token", "Grafana API key", "eyJrIjoi", "[A-Za-z0-9+/=]{60,}") { IsLong = true },
        new("new-relic-user-api-key", "New Relic key", "NRAK-", "[A-Z0-9]{27}"),
        new("new-relic-user-api-key", "New Relic key", "NRII-|NRIQ-", "[A-Za-z0-9_-]{32}") { MustLookRandom = true },
        new("dynatrace-api-token", "Dynatrace token", "dt0c01.|dt0s16.", @"[A-Z0-9]{24}\.[A-Z0-9]{64}"),
        new("honeycomb-token", "Honeycomb ingest key", "hcaik_|hcalk_", "[a-z0-9]{50,64}"),
        new("launchdarkly-key", "LaunchDarkly SDK key", "sdk-", Uuid) { Severity = Severity.High },
        new("mapbox-secret-token", "Mapbox secret token", "sk.eyJ", @"[A-Za-z0-9_-]{40,}\.[A-Za-z0-9_-]{22}"),
        new("readme-api-key", "ReadMe API key", "rdme_", "[a-z0-9]{70}"),
        new("prefect-api-key", "Prefect API key", "pnu_|pnb_", "[A-Za-z0-9]{36}"),
        new("infracost-api-token", "Infracost token", "ico-", @"[A-Za-z0-9]{32}(?!\.)"),
        new("discord-bot-token", "Discord bot token", ".G", @"(?<=(?<![A-Za-z0-9])[MNO][A-Za-z0-9]{23,25}\.G)[A-Za-z0-9_-]{5}\.[A-Za-z0-9_-]{27,38}")
        {
            Start = SecretStart.Anything,
        },
        new("facebook-token", "Facebook token", "EAAC|EAAG|EAAB|EAAM", "[A-Za-z0-9]{100,250}"),
        new("jwt-token", "JSON Web Token", "eyJ", @"[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}")
        {
            Severity = Severity.Medium, IsLong = true, Check = Jwt.IsSecret,
        },
    ];
}
