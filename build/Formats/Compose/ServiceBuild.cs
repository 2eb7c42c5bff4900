using System.Text.Json;
using ContainerSecurity.Checkout;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Formats.Compose;

/// <summary>Reads which Dockerfile a service is built from (Compose specification, build).</summary>
internal static class ServiceBuild
{
    /// <summary>The Dockerfile that a service names; the one that it does not name is called Dockerfile, and is found by that.</summary>
    public static IEnumerable<DockerfileReference> References(string path, LocatedValue service)
    {
        if (service["build"]?["dockerfile"] is not { Text.Length: > 0 } dockerfile || service["build"]?["dockerfile_inline"] is not null)
            yield break;
        var (written, context) = (ComposeText.Read(dockerfile), ComposeText.Read(service["build"]?["context"]));
        var folder = RepositoryPath.FolderOf(path);
        string[] contexts = IsElsewhere(context) || written.Contains('$')
            ? []
            // Several files of a project count from the first one's folder, which may be the root.
            : [RepositoryPath.Join(folder, context), RepositoryPath.Join("", context)];
        yield return new DockerfileReference(
            written, dockerfile.Line, [.. contexts.Distinct().Select(each => new BuiltFile(RepositoryPath.Join(each, written), each))]);
    }

    /// <param name="path">Of the compose file.</param>
    public static IEnumerable<InlineDockerfile> Inline(string path, LocatedValue service) =>
        service["build"]?["dockerfile_inline"] is { Kind: JsonValueKind.String, Text: { } text } inline
            ? [new InlineDockerfile(ComposeText.Unescape(text), inline.Line, ContextOf(path, ComposeText.Read(service["build"]?["context"])))]
            : [];

    private static string? ContextOf(string path, string context) =>
        IsElsewhere(context) ? null : RepositoryPath.Join(RepositoryPath.FolderOf(path), context);

    /// <summary>A repository or an archive somewhere, or what only a variable knows.</summary>
    private static bool IsElsewhere(string context) =>
        context.Contains("://", StringComparison.Ordinal) || context.StartsWith("git@", StringComparison.Ordinal) || context.Contains('$');
}
