using System.Collections.Immutable;
using Build.Tests.Checkout;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Gates;

namespace Acceptance.Tests.Lint;

/// <summary>The corpus on disk, as both engines read it.</summary>
internal sealed class CorpusFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lint-corpus-");

    public CorpusFolder()
    {
        foreach (var (index, text) in Corpus.Texts().Index())
            File.WriteAllText(System.IO.Path.Combine(Path, $"{index:000}.Dockerfile"), text);
        Sources = DockerfileFinder.Find(Listed.Files(Path), []);
    }

    public string Path => _folder.FullName;

    public ImmutableArray<DockerfileSource> Sources { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
