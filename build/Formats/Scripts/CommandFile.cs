using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Formats.Scripts;

/// <summary>A file that gives commands to a shell: a workflow or an action of GitHub, or a devcontainer.json.</summary>
/// <param name="Path">Relative to the repository root with <c>/</c>.</param>
/// <param name="Comments">Lines that hold nothing but a comment, without its sign.</param>
internal sealed partial record CommandFile(string Path, ImmutableArray<Script> Scripts, ImmutableArray<Comment> Comments)
{
    public static bool Is(string path) => IsPipeline(path) || IsDevContainer(path);

    /// <exception cref="InputException">The text is not what its name says.</exception>
    public static CommandFile Parse(string path, string text) => IsPipeline(path)
        ? new CommandFile(path, [.. WorkflowScripts.Read(path, text)], [.. CommentsOf(text, "#")])
        : new CommandFile(path, [.. DevContainerParser.Parse(path, text).LifecycleCommands.Select(command => ScriptOf(path, command))], [.. CommentsOf(text, "//")]);

    /// <summary>A workflow or an action.</summary>
    public static bool IsPipeline(string path) => IsWorkflow(path) || IsAction(path);

    public static bool IsWorkflow(string path) => WorkflowName().IsMatch(path);

    public static bool IsAction(string path) => ActionName().IsMatch(path);

    /// <summary>A feature of the repository asks for privileges and runs commands in the same words as the container.</summary>
    public static bool IsDevContainer(string path) => DevContainerName().IsMatch(path);

    private static Script ScriptOf(string path, LifecycleCommand command) =>
        new(path, command.Line, command.Shell ?? QuotedWords.Of(command.Words ?? []), ScriptLanguage.Shell) { KeepsLines = false };

    private static IEnumerable<Comment> CommentsOf(string text, string sign) => text.Split('\n')
        .Select((line, index) => (Text: line.Trim(), Number: index + 1))
        .Where(line => line.Text.StartsWith(sign, StringComparison.Ordinal))
        .Select(line => new Comment(line.Number, line.Text[sign.Length..]));

    [GeneratedRegex(@"^\.github/workflows/[^/]+\.ya?ml\z", RegexOptions.IgnoreCase)]
    private static partial Regex WorkflowName();

    [GeneratedRegex(@"(^|/)action\.ya?ml\z", RegexOptions.IgnoreCase)]
    private static partial Regex ActionName();

    [GeneratedRegex(@"(^|/)(\.?devcontainer|devcontainer-feature)\.json\z", RegexOptions.IgnoreCase)]
    private static partial Regex DevContainerName();
}
