namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>What goes to others: pushes, packages, releases; and settings of the programs that do it.</summary>
internal static class RepositoryCommands
{
    private const string Dry = "--dry-run";
    private const string GitSettings = "decides which programs git runs, or where it sends";

    private const string RunBySettings = "core.hooksPath core.sshCommand core.fsmonitor core.pager core.editor core.askPass alias.* credential.* "
        + "url.* filter.* diff.external protocol.* include.path includeIf.* gpg.program";

    public static CommandPattern[] All { get; } =
    [
        new(FlagRules.ForcePush, "git push", "-f --force --mirror --delete -d --prune +* :*", Dry),
        new(FlagRules.ForcePush, "git send-pack", "--force"),
        new(FlagRules.DeletesHistory, "git filter-branch|filter-repo"),
        new(FlagRules.DeletesHistory, "git reflog expire|delete"),
        new(FlagRules.DeletesHistory, "git gc", "--prune"),
        new(FlagRules.DeletesHistory, "git stash clear"),
        new(FlagRules.DeletesHistory, "git-filter-repo|bfg"),
        new(FlagRules.Persistence, "git config", "--global --system") { Why = GitSettings },
        new(FlagRules.Persistence, "git config", RunBySettings, "--get --list -l --get-all --get-regexp --unset") { Why = GitSettings },
        new(FlagRules.SecurityOff, "git config", "http.sslVerify http.sslverify"),

        new(FlagRules.Publishes, "npm|pnpm|bun publish", "", Dry),
        new(FlagRules.Publishes, "npm|pnpm|yarn unpublish|deprecate|dist-tag|owner|access", "", "ls list"),
        new(FlagRules.Publishes, "yarn publish", "", Dry),
        new(FlagRules.Publishes, "yarn npm publish", "", Dry),
        new(FlagRules.Publishes, "lerna|jsr|deno|flit|hatch|poetry|uv|pdm|vsce|ovsx|rye publish", "", Dry),
        new(FlagRules.Publishes, "changeset publish"),
        new(FlagRules.Publishes, "semantic-release", "", "--dry-run -d"),
        new(FlagRules.Publishes, "goreleaser release", "", "--snapshot"),
        new(FlagRules.Publishes, "cargo publish|yank|owner", "", "--dry-run --list"),
        new(FlagRules.Publishes, "twine upload"),
        new(FlagRules.Publishes, "gem push|yank|owner"),
        new(FlagRules.Publishes, "mvn|mvnw|./mvnw", "deploy release:perform"),
        new(FlagRules.Publishes, "gradle|gradlew", "publish publishPlugins uploadArchives"),
        new(FlagRules.Publishes, "nuget push|delete"),
        new(FlagRules.Publishes, "dotnet nuget push|delete"),
        new(FlagRules.Publishes, "pod trunk push|delete"),
        new(FlagRules.Publishes, "docker|podman|nerdctl|helm|oras|crane push"),
        new(FlagRules.Publishes, "docker|podman image push"),
        new(FlagRules.Publishes, "docker buildx build", "--push"),
        new(FlagRules.Publishes, "docker build", "--push"),
        new(FlagRules.Publishes, "gh|glab release create|upload|edit|delete"),
        new(FlagRules.Publishes, "gh gist create|edit"),
        new(FlagRules.Publishes, "gh pr merge"),
        new(FlagRules.Publishes, "glab mr merge"),
        new(FlagRules.Publishes, "gh repo create|edit|rename|transfer|deploy-key", "--public --visibility add rename transfer"),
        new(FlagRules.Publishes, "gh secret|variable set|delete"),
        new(FlagRules.Publishes, "gh ssh-key|gpg-key add|delete"),
        new(FlagRules.SecurityOff, "gh workflow disable"),
        new(FlagRules.SecurityOff, "gh ruleset delete"),
        new(FlagRules.Destroys, "gh|glab repo delete|archive"),
        new(FlagRules.Destroys, "gh|glab api", "-XDELETE DELETE --method=DELETE"),

        new(FlagRules.Registry, "npm|pnpm|yarn|bun config set", "registry* @* //* script-shell prefix ca cafile https-proxy proxy"),
        new(FlagRules.Registry, "npm set", "registry* script-shell prefix"),
        new(FlagRules.Registry, "npm|pnpm|yarn", "--registry"),
        new(FlagRules.Registry, "npm|pnpm|yarn config set", "strict-ssl* ignore-scripts*") { Why = "switches off a check of packages" },
        new(FlagRules.Registry, "pip|pip3|uv config set"),
        new(FlagRules.Registry, "pip|pip3|uv|pipx|poetry|pdm", "--index-url --extra-index-url --trusted-host --find-links"),
        new(FlagRules.Registry, "poetry|pdm source add"),
        new(FlagRules.Registry, "gem sources", "-a --add"),
        new(FlagRules.Registry, "bundle config", "mirror*"),
        new(FlagRules.Registry, "go env", "-w"),
        new(FlagRules.Registry, "apt-key|add-apt-repository|apt-add-repository"),
        new(FlagRules.Registry, "dnf|yum config-manager"),
        new(FlagRules.Registry, "nuget|dotnet", "--configfile"),
        new(FlagRules.Registry, "dotnet nuget add|update|disable source"),
        new(FlagRules.Registry, "composer config", "repositories* secure-http disable-tls"),

        new(FlagRules.Client, "claude config|mcp|plugin|permissions", "set add add-json add-from-claude-desktop remove install"),
        new(FlagRules.Client, "claude|codex|gemini|aider", "--dangerously-skip-permissions --allow-dangerously-skip-permissions --yolo "
            + "--dangerously-bypass-approvals-and-sandbox bypassPermissions --yes-always"),
    ];
}
