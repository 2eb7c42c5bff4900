using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Gates.Evidence;

namespace ContainerSecurity.Gates.Misconfiguration;

/// <summary>Judges the label <c>devcontainer.metadata</c> of a Dockerfile.</summary>
/// <remarks>What stands there is done as if devcontainer.json said it (devcontainers/spec, image metadata).</remarks>
internal static class ImageMetadata
{
    private const string Label = "devcontainer.metadata=";

    public static IEnumerable<Finding> Judge(Dockerfile dockerfile) =>
        from instruction in dockerfile.Instructions
        let label = instruction.Triggered ?? instruction
        where label.Keyword == "LABEL"
        from word in label.Arguments
        where word.StartsWith(Label, StringComparison.OrdinalIgnoreCase)
        from finding in Judge(dockerfile.Path, instruction.Line, word[Label.Length..])
        select finding;

    private static IEnumerable<Finding> Judge(string path, int line, string text)
    {
        try
        {
            var metadata = At(line, LocatedJson.Parse(path, text));
            var parts = metadata.OneOrMore().ToList();
            return parts.All(part => part.Kind == JsonValueKind.Object)
                ? MisconfigurationReader.Judge(new ConfigurationFile(path, ConfigurationFileKind.DevContainer)
                {
                    Containers = [.. parts.Select(part => DevContainerParser.Read(path, part).Requested)],
                })
                : [MisconfigurationReader.Unreadable(Place.At(path, line), "devcontainer.metadata is not a list of objects")];
        }
        catch (InputException)
        {
            // Its lines would be those of the text, and a variable makes anything of it.
            return [MisconfigurationReader.Unreadable(Place.At(path, line), "devcontainer.metadata is not JSON as it stands here")];
        }
    }

    private static LocatedValue At(int line, LocatedValue value) => value with
    {
        Line = line,
        Members = [.. value.Members.Select(member => new LocatedMember(member.Name, line, At(line, member.Value)))],
        Items = [.. value.Items.Select(item => At(line, item))],
    };
}
