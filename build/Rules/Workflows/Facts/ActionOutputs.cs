namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>What is known of outputs of public actions, from their documentation.</summary>
internal static class ActionOutputs
{
    private static readonly (string Action, string Output)[] OfStrangers =
    [
        ("tj-actions/changed-files", "*files*"), ("tj-actions/changed-files", "*directories*"), ("tj-actions/branch-names", "*branch*"),
        ("tj-actions/branch-names", "*tag*"), ("dorny/paths-filter", "*_files"), ("jitterbit/get-changed-files", "*"),
        ("trilom/file-changes-action", "files*"), ("lots0logs/gh-action-get-changed-files", "*"), ("xt0rted/pull-request-comment-branch", "*ref*"),
        ("xt0rted/slash-command-action", "command-*"), ("khan/pull-request-comment-trigger", "comment_body"),
        ("peter-evans/find-comment", "comment-body"),
        ("peter-evans/slash-command-dispatch", "*"), ("potiuk/get-workflow-origin", "*branch*"), ("zentered/issue-forms-body-parser", "*"),
        ("stefanbuck/github-issue-parser", "*"), ("8bitjonny/gh-get-current-pr", "*title*"), ("8bitjonny/gh-get-current-pr", "*body*"),
        ("jwalton/gh-find-current-pr", "title"), ("jwalton/gh-find-current-pr", "body"), ("amannn/action-semantic-pull-request", "subject"),
        ("ahmadnassri/action-changed-files", "*"), ("masesgroup/retrieve-changed-files", "*"), ("rlespinasse/github-slug-action", "*ref*"),
        ("octokit/request-action", "data"), ("actions-ecosystem/action-regex-match", "*"), ("marocchino/on_artifact", "*"),
    ];

    /// <summary>Numbers, digests, switches and tokens.</summary>
    private static readonly (string Action, string Output)[] OfNobody =
    [
        ("actions/checkout", "commit"), ("actions/create-github-app-token", "*"), ("actions/upload-artifact", "*"), ("actions/attest", "*"),
        ("actions/attest-build-provenance", "*"), ("actions/deploy-pages", "page_url"), ("actions/configure-pages", "*"),
        ("docker/build-push-action", "*"),
        ("docker/setup-buildx-action", "*"), ("docker/setup-qemu-action", "*"), ("dorny/paths-filter", "*"),
        ("tj-actions/changed-files", "*_changed"),
        ("tj-actions/changed-files", "*_modified"), ("tj-actions/changed-files", "*_deleted"), ("tj-actions/changed-files", "*_count"),
        ("google-github-actions/auth", "*"), ("aws-actions/configure-aws-credentials", "*"), ("aws-actions/amazon-ecr-login", "*"),
        ("tibdex/github-app-token", "token"), ("azure/login", "*"), ("peter-evans/create-pull-request", "pull-request-*"),
    ];

    private static readonly string[] HarmlessEnds =
        ["cache-hit", "cache-primary-key", "cache-matched-key", "digest", "-id", "_id", "-sha", "_sha", "-path", "-count", "_count", "any_changed"];

    private static readonly string[] HarmlessNames = ["sha", "id", "number", "pr_number", "token", "version-file", "imageid", "metadata-file", "pr"];

    /// <param name="action">In lower case, without a version.</param>
    /// <param name="output">In lower case.</param>
    public static Chooser Choose(string action, string output) =>
        OfStrangers.Any(known => Matches(known, action, output)) ? Chooser.Stranger
        : OfNobody.Any(known => Matches(known, action, output))
            || IsVersionOfSetup(action, output)
            || HarmlessNames.Contains(output)
            || HarmlessEnds.Any(end => output.EndsWith(end, StringComparison.Ordinal)) ? Chooser.Nobody
        : Chooser.Unknown;

    /// <summary><c>actions/setup-python</c> says which it installed.</summary>
    private static bool IsVersionOfSetup(string action, string output) =>
        action.Contains("/setup-", StringComparison.Ordinal) && output.EndsWith("version", StringComparison.Ordinal);

    private static bool Matches((string Action, string Output) known, string action, string output) =>
        known.Action == action && (known.Output.Trim('*'), known.Output[0] == '*', known.Output[^1] == '*') switch
        {
            (var part, true, true) => output.Contains(part, StringComparison.Ordinal),
            (var part, true, false) => output.EndsWith(part, StringComparison.Ordinal),
            (var part, false, true) => output.StartsWith(part, StringComparison.Ordinal),
            (var part, _, _) => output == part,
        };
}
