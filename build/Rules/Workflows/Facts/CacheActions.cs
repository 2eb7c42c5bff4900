using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Workflows;
using ContainerSecurity.Formats.Workflows.Expressions;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>Which public actions restore a cache, and which publish, from their documentation.</summary>
internal static partial class CacheActions
{
    /// <summary>The input that switches a cache, and whether it is on where the input is missing.</summary>
    private static readonly (string Action, string Input, bool IsOn)[] Switches =
    [
        ("actions/cache", "", true), ("actions/cache/restore", "", true), ("swatinem/rust-cache", "", true), ("coursier/cache-action", "", true),
        ("nix-community/cache-nix-action", "", true), ("mozilla-actions/sccache-action", "", true), ("hendrikmuhs/ccache-action", "", true),
        ("awalsh128/cache-apt-pkgs-action", "", true), ("determinatesystems/magic-nix-cache-action", "use-gha-cache", true),
        ("actions/setup-go", "cache", true), ("actions/setup-node", "cache", false), ("actions/setup-python", "cache", false),
        ("actions/setup-java", "cache", false), ("actions/setup-dotnet", "cache", false), ("graalvm/setup-graalvm", "cache", false),
        ("pnpm/action-setup", "cache", false), ("prefix-dev/setup-pixi", "cache", false), ("denoland/setup-deno", "cache", false),
        ("pdm-project/setup-pdm", "cache", false), ("actions-rust-lang/setup-rust-toolchain", "cache", true), ("jdx/mise-action", "cache", true),
        ("astral-sh/setup-uv", "enable-cache", true), ("ruby/setup-ruby", "bundler-cache", false), ("pyo3/maturin-action", "sccache", false),
        ("docker/setup-buildx-action", "cache-binary", true), ("mlugg/setup-zig", "use-cache", true), ("oven-sh/setup-bun", "no-cache", true),
        ("gradle/actions/setup-gradle", "cache-disabled", true), ("gradle/gradle-build-action", "cache-disabled", true),
        ("golangci/golangci-lint-action", "skip-cache", true), ("ramsey/composer-install", "ignore-cache", true),
    ];

    private static readonly string[] Negative = ["cache-disabled", "skip-cache", "no-cache", "ignore-cache"];

    private static readonly string[] Publishers =
    [
        "pypa/gh-action-pypi-publish", "softprops/action-gh-release", "ncipollo/release-action", "goreleaser/goreleaser-action",
        "jreleaser/release-action", "cycjimmy/semantic-release-action", "js-devtools/npm-publish", "rubygems/release-gem", "changesets/action",
        "release-drafter/release-drafter", "googleapis/release-please-action", "actions/create-release", "actions/upload-release-asset",
        "svenstaro/upload-release-action", "katyo/publish-crates", "redhat-actions/push-to-registry", "cloudflare/wrangler-action",
        "aws-actions/amazon-ecs-deploy-task-definition", "aws-actions/aws-cloudformation-github-deploy", "azure/aci-deploy",
        "azure/container-apps-deploy-action", "azure/functions-action", "azure/webapps-deploy", "azure/sql-action",
        "google-github-actions/deploy-appengine", "google-github-actions/deploy-cloudrun", "google-github-actions/deploy-cloud-functions",
    ];

    public static bool Publishes(WorkflowStep step) =>
        (step.Action is { } action && Publishers.Contains(action))
        || (step.Action == "docker/build-push-action" && step.Input("push") is { Text: not "false" });

    /// <param name="major">The version of the step's action; null where it is not known.</param>
    public static bool Restores(WorkflowStep step, int? major)
    {
        if (step.Action is not { } action || Switches.FirstOrDefault(known => known.Action == action) is not { Action: not null } found)
            return false;
        if (IsOn(step, found.Input, found.Input != "enable-cache" || major is null or < 10 ? found.IsOn : false))
            // The program itself is kept only where its version is asked for.
            return action != "docker/setup-buildx-action" || step.Input("version") is not null;
        // What package.json names is kept since the fifth version.
        return action == "actions/setup-node" && IsOn(step, "package-manager-cache", major >= 5);
    }

    private static bool IsOn(WorkflowStep step, string input, bool isOnByItself)
    {
        if (input.Length == 0)
            return step.Input("lookup-only")?.Text != "true";
        var value = step.Input(input)?.Text?.Trim().ToLowerInvariant();
        return value is null or "auto" ? isOnByItself
            : Template.IsIn(value) ? !ExceptReleases().IsMatch(value)
            : (value is not ("false" or "" or "no" or "off" or "0")) != Negative.Contains(input);
    }

    /// <summary><c>${{ !startsWith(github.ref, 'refs/tags/') }}</c>.</summary>
    [GeneratedRegex(@"!\s*\(?\s*(startswith\(\s*github\.ref\s*,\s*'refs/tags|github\.event_name|github\.ref_type)|(ref_type|event_name)\s*!=\s*'(tag|release)'")]
    private static partial Regex ExceptReleases();
}
