using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>
/// Finds the Dockerfiles that the inputs of actions name, such as <c>file</c> of docker/build-push-action, and the one of a Docker action. Those of
/// commands are found in its text.
/// </summary>
internal static partial class WorkflowDockerfiles
{
    public static IEnumerable<DockerfileReference> Find(Workflow workflow) =>
    [
        .. workflow.Steps.SelectMany(Inputs),
        .. from image in workflow.Root["runs"]?["image"]?.OneOrMore() ?? []
           where workflow.IsAction && image.Text is { Length: > 0 } text && !text.Contains("://", StringComparison.Ordinal)
           select new DockerfileReference(image.Text!, image.Line, [new(RepositoryPath.Beside(workflow.Path, image.Text!))]),
    ];

    private static IEnumerable<DockerfileReference> Inputs(WorkflowStep step) =>
        from input in step.Value["with"]?.Members ?? []
        where input.Value.Text is { Length: > 0 }
            && (Named().IsMatch(input.Name) || (input.Name == "file" && Builder().IsMatch(step.Value["uses"]?.Text ?? "")))
        from file in input.Value.Text!.Split(['\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select Reference(step, file, input.Value.Line);

    private static DockerfileReference Reference(WorkflowStep step, string file, int line)
    {
        var contexts = MatrixValues.Fill(step, step.Value["with"]?["context"]?.Text ?? "")
            .Select(folder => folder.Contains(':') ? "" : folder).ToList();
        var candidates = from path in MatrixValues.Fill(step, file)
                         // A file counts from the context, or from the repository.
                         from place in contexts.Select(folder => (From: folder, Context: folder)).Append((From: "", Context: contexts[0]))
                         where !path.Contains("${{", StringComparison.Ordinal)
                         select new BuiltFile(RepositoryPath.Join(place.From, path), KnownFolder(place.Context));
        return new DockerfileReference(file, line, [.. candidates.DistinctBy(built => built.Path)]);
    }

    private static string? KnownFolder(string context) =>
        context.Contains("${{", StringComparison.Ordinal) ? null : RepositoryPath.Join("", context);

    [GeneratedRegex("^(docker|container)_?-?files?(_?-?path)?\\z", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex("build|docker|push|kaniko|buildah|podman|buildx", RegexOptions.IgnoreCase)]
    private static partial Regex Builder();
}
