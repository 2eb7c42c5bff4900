namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>What goes to others: pushes, packages, releases.</summary>
/// <remarks>In the form that <see cref="CommandPatterns"/> reads.</remarks>
internal static class RepositoryCommands
{
    public static ReadOnlySpan<byte> All =>
        """
        # force-push
        git push; -f --force --mirror --delete -d --prune +* :*; --dry-run
        git send-pack; --force
        # deletes-history
        git filter-branch|filter-repo
        git reflog expire|delete
        git gc; --prune
        git stash clear
        git-filter-repo|bfg
        # persistence: decides which programs git runs, or where it sends
        git config; --global --system
        git config; core.hooksPath core.sshCommand core.fsmonitor core.pager core.editor core.askPass alias.* credential.* url.* filter.* diff.external protocol.* include.path includeIf.* gpg.program; --get --list -l --get-all --get-regexp --unset
        # security-off
        git config; http.sslVerify http.sslverify
        # publishes
        npm|pnpm|bun publish; ; --dry-run
        npm|pnpm|yarn unpublish|deprecate|dist-tag|owner|access; ; ls list
        yarn publish; ; --dry-run
        yarn npm publish; ; --dry-run
        lerna|jsr|deno|flit|hatch|poetry|uv|pdm|vsce|ovsx|rye publish; ; --dry-run
        changeset publish
        semantic-release; ; --dry-run -d
        goreleaser release; ; --snapshot
        cargo publish|yank|owner; ; --dry-run --list
        twine upload
        gem push|yank|owner
        mvn|mvnw|./mvnw; deploy release:perform
        gradle|gradlew; publish publishPlugins uploadArchives
        nuget push|delete
        dotnet nuget push|delete
        pod trunk push|delete
        docker|podman|nerdctl|helm|oras|crane push
        docker|podman image push
        docker buildx build; --push
        docker build; --push
        gh|glab release create|upload|edit|delete
        gh gist create|edit
        gh pr merge
        glab mr merge
        gh repo create|edit|rename|transfer|deploy-key; --public --visibility add rename transfer
        gh secret|variable set|delete
        gh ssh-key|gpg-key add|delete
        # security-off
        gh workflow disable
        gh ruleset delete
        # infrastructure-destroyed
        gh|glab repo delete|archive
        gh|glab api; -XDELETE DELETE --method=DELETE
        # registry-changed
        npm|pnpm|yarn|bun config set; registry* @* //* script-shell prefix ca cafile https-proxy proxy
        npm set; registry* script-shell prefix
        npm|pnpm|yarn; --registry
        # registry-changed: switches off a check of packages
        npm|pnpm|yarn config set; strict-ssl* ignore-scripts*
        # registry-changed
        pip|pip3|uv config set
        pip|pip3|uv|pipx|poetry|pdm; --index-url --extra-index-url --trusted-host --find-links
        poetry|pdm source add
        gem sources; -a --add
        bundle config; mirror*
        go env; -w
        apt-key|add-apt-repository|apt-add-repository
        dnf|yum config-manager
        nuget|dotnet; --configfile
        dotnet nuget add|update|disable source
        composer config; repositories* secure-http disable-tls
        # client-settings
        claude config|mcp|plugin|permissions; set add add-json add-from-claude-desktop remove install
        claude|codex|gemini|aider; --dangerously-skip-permissions --allow-dangerously-skip-permissions --yolo --dangerously-bypass-approvals-and-sandbox bypassPermissions --yes-always
        """u8;
}
