using System.Text.RegularExpressions;

namespace ContainerSecurity.Secrets;

/// <summary>What a file's name says about its text.</summary>
internal static partial class SecretScopes
{
    public static SecretScope Of(string path) =>
        (SettingsName().IsMatch(path) && !TemplateName().IsMatch(path) ? SecretScope.Settings : SecretScope.Text)
        | (CommandsName().IsMatch(path) ? SecretScope.Commands : SecretScope.Text);

    [GeneratedRegex(
        """
        (?:^|/)(?:
            \.env(?:\.[^/]+)?|[^/]+\.env|\.envrc|\.dev\.vars
            |(?:docker-|podman-)?compose[^/]*\.ya?ml|[^/]*stack\.ya?ml|\.?devcontainer\.json|action\.ya?ml
            |[^/]+\.tfvars(?:\.json)?|credentials(?:\.toml|\.tfrc\.json)?|secrets\.toml|\.terraformrc
            |[._]netrc|\.pypirc|\.npmrc|\.yarnrc(?:\.yml)?|\.git-credentials|\.pgpass|\.my\.cnf|\.s3cfg|\.boto|\.dockercfg|\.vault-token
            |pgpass\.conf|appsettings[^/]*\.json|(?:application|bootstrap)[^/]*\.(?:ya?ml|properties)|gradle\.properties
            |settings(?:-security)?\.xml|nuget\.config|odbc\.ini|rclone\.conf|alertmanager\.ya?ml
            |\.docker/config\.json|kubeconfig[^/]*|\.kube/config|auth\.json|\.mylogin\.cnf|wp-config\.php
        )\z|^\.github/workflows/[^/]+\.ya?ml\z|(?:^|/)\.gitlab-ci\.ya?ml\z
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex SettingsName();

    /// <summary>Its values are there to be replaced.</summary>
    [GeneratedRegex(@"[._-](?:example|sample|template|tmpl|dist|defaults?)(?:\.|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex TemplateName();

    [GeneratedRegex(
        """
        (?:^|/)(?:
            [^/]*(?:docker|container)file[^/]*|[^/]+\.(?:sh|bash|zsh|ksh|ps1|psm1|cmd|bat|mk|command|sql)|makefile|jenkinsfile|vagrantfile|justfile
            |\.(?:bash|zsh|sh|ash)_?history|\.(?:bash|zsh)rc|\.?(?:bash_)?profile
            |(?:docker-|podman-)?compose[^/]*\.ya?ml|\.?devcontainer\.json|action\.ya?ml|\.gitlab-ci\.ya?ml
        )\z|^\.github/workflows/[^/]+\.ya?ml\z
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommandsName();
}
