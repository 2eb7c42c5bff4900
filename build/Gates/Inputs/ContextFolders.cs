using ContainerSecurity.Checkout;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Scripts;

namespace ContainerSecurity.Gates.Inputs;

/// <summary>
/// Says which folder is the build context of a Dockerfile: one that a file gives which has it built, else the nearest at or above the Dockerfile, of
/// these the first that has most of what is copied.
/// </summary>
internal sealed class ContextFolders(RepositoryFiles files, ContextIgnoreFiles ignoreFiles)
{
    // Enough to tell folders apart.
    private const int MostSources = 100;

    private readonly RepositoryScripts _scripts = new(files);

    /// <returns>Null for a Dockerfile that lies elsewhere.</returns>
    public ContextFolder? Find(DockerfileSource source, DockerBuild build)
    {
        if (Path.IsPathRooted(source.Path))
            return null;
        var sources = SourcesOf(build).Take(MostSources).ToList();
        return source.Contexts.Concat(Above(source.Path)).Distinct()
            .Select(folder => new ContextFolder(_scripts, folder, ignoreFiles.Find(source.Path, folder)))
            .MaxBy(context => sources.Count(each => context.Find(each) is not null));
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var folder = RepositoryPath.FolderOf(path); folder.Length > 0; folder = RepositoryPath.FolderOf(folder))
            yield return folder;
        yield return "";
    }

    /// <summary>What COPY, ADD and mounts take out of the context, as they name it.</summary>
    private static IEnumerable<string> SourcesOf(DockerBuild build) => build.Stages.SelectMany(stage => stage.Written).SelectMany(step =>
        step.Keyword is "COPY" or "ADD" && step.Instruction.Flags.All(flag => flag.Name != "from")
            ? step.Words.SkipLast(1).Where(source => HereDocumentWord.Parse(source) is null)
            : RunMount.Read(step.Instruction).Where(mount => mount is { Type: "bind", From: null }).Select(mount => mount.Source));
}
