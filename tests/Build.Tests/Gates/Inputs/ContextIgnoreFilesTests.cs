using ContainerSecurity.Gates.Inputs;

namespace Build.Tests.Gates.Inputs;

public sealed class ContextIgnoreFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ignore-files-");

    private string Root => Path.Combine(_folder.FullName, "repository");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("repository/a/Dockerfile.dockerignore", "repository/a/.dockerignore", "repository/.dockerignore")]
    [InlineData("repository/a/.dockerignore", "repository/.dockerignore")]
    [InlineData("repository/.dockerignore")]
    public void The_nearest_one_holds(params string[] files)
    {
        foreach (var (file, index) in files.Select((file, index) => (file, index)))
            Write(file, $"{index}\n");

        Assert.Equal(1, new ContextIgnoreFiles(Root).Find("a/Dockerfile")?.ExcludedBy("0"));
    }

    [Fact]
    public void Without_one_nothing_is_excluded() => Assert.Null(new ContextIgnoreFiles(Root).Find("a/Dockerfile"));

    [Fact]
    public void The_repository_says_nothing_about_a_Dockerfile_that_lies_elsewhere()
    {
        Write("repository/.dockerignore", "*\n");

        Assert.Null(new ContextIgnoreFiles(Root).Find(Path.Combine(_folder.FullName, "other", "Dockerfile")));
    }

    /// <summary>Reading its patterns costs more than linting most Dockerfiles.</summary>
    [Fact]
    public void Each_is_read_once()
    {
        Write("repository/.dockerignore", "*\n");
        var files = new ContextIgnoreFiles(Root);

        Assert.Same(files.Find("a/Dockerfile"), files.Find("b/Dockerfile"));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
