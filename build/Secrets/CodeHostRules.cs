using System.Collections.Immutable;

namespace ContainerSecurity.Secrets;

/// <summary>Tokens of those who hold code and packages.</summary>
internal static class CodeHostRules
{
    private const string Url = "[A-Za-z0-9_-]";

    public static ImmutableArray<SecretRule> All { get; } =
    [
        new("github-pat", "GitHub Personal Access Token", "ghp_", "[A-Za-z0-9]{36}"),
        new("github-oauth", "GitHub OAuth Access Token", "gho_", "[A-Za-z0-9]{36}"),
        new("github-app-token", "GitHub App Token", "ghs_|ghu_", "[A-Za-z0-9]{36}"),
        new("github-app-token", "GitHub App Token", "ghs_", @"[0-9]{1,12}_eyJ[A-Za-z0-9_-]{20,}(?:\.[A-Za-z0-9_-]{20,}){1,2}"),
        new("github-refresh-token", "GitHub Refresh Token", "ghr_", "[A-Za-z0-9]{36,76}"),
        new("github-fine-grained-pat", "GitHub fine-grained personal access token", "github_pat_", "[A-Za-z0-9]{22}_[A-Za-z0-9]{59}"),
        new("gitlab-pat", "GitLab Personal Access Token", "glpat-", $@"{Url}{{20,300}}(?:\.[0-9a-z]{{2}}\.[0-9a-z]{{7,9}})?"),
        new("gitlab-runner-token", "GitLab runner token", "glrt-|glrtr-", $@"{Url}{{20,300}}(?:\.[0-9a-z]{{2}}\.[0-9a-z]{{7,9}})?"),
        new("gitlab-runner-token", "GitLab runner registration token", "GR1348941", Url + "{20}"),
        new("gitlab-deploy-token", "GitLab deploy token", "gldt-", Url + "{20,}"),
        new("gitlab-token", "GitLab token of a trigger, a feed, mail, an agent, an application or SCIM",
            "glptt-|glft-|glimt-|glagent-|gloas-|glsoat-|glffct-|glwt-", Url + "{20,}"),
        new("gitlab-job-token", "GitLab CI job token", "glcbt-", $"[A-Za-z0-9]{{1,5}}_{Url}{{20,}}"),
        new("bitbucket-token", "Bitbucket app password", "ATBB", "[A-Za-z0-9]{32}"),
        new("atlassian-api-token", "Atlassian API token", "ATATT3|ATCTT3", "[A-Za-z0-9_=-]{100,}"),
        new("docker-token", "Docker access token", "dckr_pat_|dckr_oat_", Url + "{20,}"),
        new("npm-access-token", "npm access token", "npm_", "[A-Za-z0-9]{36}"),
        new("pypi-upload-token", "PyPI upload token", "pypi-AgE", Url + "{50,}") { IsLong = true },
        new("rubygems-api-token", "RubyGems API token", "rubygems_", "[0-9a-f]{48}"),
        new("clojars-api-token", "Clojars API token", "CLOJARS_", "[a-z0-9]{60}"),
        new("nuget-api-key", "NuGet API key", "oy2", "[a-z0-9]{43}"),
        new("private-packagist-token", "Packagist token", "packagist_", "[a-z]{3}_[0-9a-f]{60,}"),
        new("artifactory-api-key", "Artifactory API key", "AKCp", "[A-Za-z0-9]{69}"),
        new("artifactory-token", "Artifactory reference token", "cmVmdGtu", "[A-Za-z0-9]{56}"),
        new("sonar-token", "SonarQube token", "squ_|sqp_|sqa_", "[0-9a-f]{40}"),
        new("circleci-token", "CircleCI token", "CCIPAT_|CCIPRJ_", "[A-Za-z0-9]{22}_[0-9a-f]{40}"),
        new("buildkite-token", "Buildkite token", "bkua_|bkct_", "[0-9a-f]{40,64}"),
        new("octopus-api-key", "Octopus Deploy API key", "API-", "[A-Z0-9]{26}") { MustLookRandom = true },
        new("pulumi-api-token", "Pulumi API token", "pul-", "[0-9a-f]{40}"),
        new("hashicorp-tf-api-token", "Terraform Cloud token", ".atlasv1.", "(?<=[A-Za-z0-9]{14}.atlasv1.)[A-Za-z0-9_=-]{60,70}")
        {
            Start = SecretStart.Anything,
        },
    ];
}
