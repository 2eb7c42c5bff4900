using System.Collections.Immutable;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>Who chooses the values of the context <c>github</c> (GitHub's documentation, "Contexts" and "Webhook events and payloads").</summary>
internal static class GitHubContext
{
    private static readonly string[] Fixed =
    [
        "action", "action_path", "action_ref", "action_repository", "action_status", "actor", "actor_id", "api_url", "env", "event_name",
        "event_path", "graphql_url", "job", "output", "path", "ref_protected", "ref_type", "repository", "repository_id",
        "repository_owner", "repository_owner_id", "repository_visibility", "repositoryurl", "retention_days", "run_attempt", "run_id",
        "run_number", "secret_source", "server_url", "sha", "state", "step_summary", "token", "triggering_actor", "workflow", "workflow_sha",
        "workspace",
    ];

    private static readonly string[] References = ["ref", "ref_name", "base_ref", "workflow_ref"];

    /// <summary>Members of a payload that hold a number, a switch, a date, a digest, one of few words, or a restricted name.</summary>
    private static readonly string[] FixedMembers =
    [
        "id", "node_id", "number", "sha", "after", "before", "action", "draft", "merged", "mergeable", "mergeable_state", "rebaseable", "locked",
        "active_lock_reason", "state", "state_reason", "type", "conclusion", "status", "event", "size", "additions", "deletions", "changed_files",
        "commits_count", "author_association", "login", "full_name", "private", "fork", "forks", "public", "archived", "disabled", "visibility",
        "run_number", "run_attempt", "ref_type", "prerelease", "created", "deleted", "forced", "distinct", "site_admin", "schedule", "position",
        "line", "side", "original_line", "maintainer_can_modify", "review_comments", "stargazers", "watchers", "open_issues", "rank",
        "color", "default", "permission", "two_factor_requirement", "user_view_type", "gravatar_id", "compare",
    ];

    private static readonly string[] FixedEnds = ["_id", "_at", "_sha", "_count", "_number", "_oid"];

    /// <summary>Addresses of GitHub that are made of names and numbers.</summary>
    private static readonly string[] Addresses =
    [
        "url", "html_url", "diff_url", "patch_url", "clone_url", "ssh_url", "git_url", "svn_url", "avatar_url", "issue_url", "comments_url",
        "commits_url", "statuses_url", "review_comments_url", "pull_request_url", "repository_url", "events_url", "jobs_url", "logs_url",
        "artifacts_url", "cancel_url", "rerun_url", "workflow_url", "check_suite_url", "labels_url", "followers_url", "following_url", "gists_url",
        "organizations_url", "repos_url", "starred_url", "subscriptions_url", "received_events_url", "assets_url", "upload_url", "archive_url",
    ];

    /// <summary>Parts of a payload that only people with rights here can write.</summary>
    private static readonly string[] ByInsiders =
        ["release", "client_payload", "deployment", "deployment_status", "ref", "base_ref", "master_branch", "workflow", "milestone_number"];

    /// <summary>Events whose reference is the default branch, the target's, or <c>refs/pull/N/merge</c>.</summary>
    private static readonly string[] FixedReferences =
    [
        "pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment", "schedule", "issue_comment", "issues",
        "discussion", "discussion_comment", "workflow_run", "fork", "watch", "label", "milestone", "gollum", "public", "repository_dispatch",
    ];

    /// <param name="path">In lower case, behind <c>github</c>; empty for all of it.</param>
    public static Chooser Choose(ImmutableArray<string> path, WorkflowFacts workflow) => path switch
    {
        [] or ["*", ..] => Chooser.Stranger,
        ["event", .. var rest] => InPayload(rest),
        [var member, ..] when Fixed.Contains(member) => Chooser.Nobody,
        [var reference, ..] when References.Contains(reference) => workflow.Reference,
        _ => Chooser.Stranger,
    };

    /// <param name="path">In lower case, behind <c>github.event</c>.</param>
    public static Chooser InPayload(ImmutableArray<string> path) => path switch
    {
        [] => Chooser.Stranger,
        [.., "base", "ref" or "label"] => Chooser.Insider,
        [.. var before, var last] when IsFixed(before, last) => Chooser.Nobody,
        _ when ByInsiders.Contains(path[0]) => Chooser.Insider,
        _ => Chooser.Stranger,
    };

    private static bool IsFixed(ImmutableArray<string> before, string last) =>
        FixedMembers.Contains(last)
        || FixedEnds.Any(end => last.EndsWith(end, StringComparison.Ordinal))
        || (Addresses.Contains(last) && before is not ["release", ..])
        // A number in a pull request, and a list of texts in a push.
        || (last == "commits" && before is [.., "pull_request"])
        // Repositories, teams and organisations have restricted names; the default branch of a fork is its owner's choice.
        || (last == "name" && before is [.., "repository" or "repo" or "team" or "organization" or "enterprise"])
        || (last is "default_branch" or "slug" && before is ["repository"] or [.., "base", "repo"] or [.., "team"] or [.., "app"]);

    /// <summary>Who chooses the reference for which a workflow runs: a push to branches that are named one by one cannot be of another.</summary>
    public static Chooser ByReference(Workflow workflow)
    {
        var events = workflow.Events.ToList();
        return events.Count > 0 && events.All(item => FixedReferences.Contains(item.Name.ToLowerInvariant()) || IsPushToNamed(workflow, item.Name))
            ? Chooser.Nobody
            : Chooser.Insider;
    }

    private static bool IsPushToNamed(Workflow workflow, string name)
    {
        var push = name == "push" ? workflow.Root["on"]?["push"] : null;
        return push is not null
            && (push["branches"] ?? push["tags"]) is not null
            && new[] { push["branches"], push["tags"] }
                .SelectMany(list => list?.OneOrMore() ?? [])
                .All(item => item.Text?.IndexOfAny(['*', '?', '[', '+', '!']) < 0);
    }
}
