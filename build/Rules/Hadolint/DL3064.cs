using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Arguments and variables can be read from the image.</summary>
internal static class DL3064
{
    // Names without a telling part that are known to hold credentials or who they belong to.
    private static readonly string[] Names =
    [
        "APPLICATION_KEY", "AWS_ACCESS_KEY_ID", "CI_DEPLOY_USER", "DOCKER_EMAIL", "FACEBOOK_APP_ID", "HEROKU_API_USER", "OKTA_AUTHN_GROUPID",
        "OKTA_CLIENT_ORGURL", "OKTA_OAUTH2_CLIENTID", "STRIPE_DEVICE_NAME", "TRAVIS_OS_NAME", "TRAVIS_SECURE_ENV_VARS", "TRAVIS_SUDO",
    ];

    private static readonly string[] Parts = ["api_key", "client_key", "password", "private", "secret", "token", "username"];

    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachAndTriggers(
        "DL3064",
        Severity.Medium,
        "ARG and ENV are visible in the image; give secrets with `RUN --mount=type=secret`.",
        instruction => instruction.Keyword is "ARG" or "ENV" && instruction.Pairs.Any(pair => IsTelling(pair.Name)));

    private static bool IsTelling(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase) || Parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
