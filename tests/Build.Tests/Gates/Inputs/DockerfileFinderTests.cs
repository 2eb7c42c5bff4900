using Build.Tests.Checkout;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Processes;

namespace Build.Tests.Gates.Inputs;

public sealed class DockerfileFinderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("finder-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void All_names_are_found_in_all_folders_hidden_ones_too()
    {
        Write(
            "Dockerfile",
            "Dockerfile.dev",
            "x/app.Dockerfile",
            "x/y/Containerfile",
            "z/dockerfile",
            ".devcontainer/Dockerfile",
            "x/Containerfile.prod",
            "x/Other",
            "x/Dockerfile-gpu",
            "x/dockerfile_arm",
            "x/MyDockerfile",
            "x/y/.dockerfile");

        Assert.Equal(
            [
                ".devcontainer/Dockerfile",
                "Dockerfile",
                "Dockerfile.dev",
                "x/Containerfile.prod",
                "x/Dockerfile-gpu",
                "x/MyDockerfile",
                "x/app.Dockerfile",
                "x/dockerfile_arm",
                "x/y/.dockerfile",
                "x/y/Containerfile",
                "z/dockerfile"
            ],
            Found());
    }

    [SkippableFact]
    public async Task Only_git_and_ignored_output_is_skipped()
    {
        Requirement.Require(ExecutableFile.Find("git") is not null, "git");
        var runner = new ToolRunner();
        var init = new ToolCommand
        {
            Executable = "git",
            Arguments = ["init", "-q"],
            WorkingDirectory = _root.FullName,
            Timeout = TimeSpan.FromSeconds(30)
        };
        await runner.RunAsync(init, CancellationToken.None);
        Write(".git/Dockerfile", "bin/Dockerfile", "obj/Dockerfile", "node_modules/a/Dockerfile", "src/artifacts/Dockerfile", "tests/Dockerfile");
        File.WriteAllText(Path.Combine(_root.FullName, ".gitignore"), "bin/\nartifacts/\nnode_modules\ntests/\n");

        var paths = new BuildPaths(_root.FullName, Path.Combine(_root.FullName, "out"), _root.FullName);
        var files = await new RepositoryListing(runner, paths).ReadAsync(CancellationToken.None);

        var found = DockerfileFinder.Find(files, ConfigurationInputs.None, []);
        Assert.Equal(["obj/Dockerfile", "tests/Dockerfile"], found.Sources.Select(source => source.Path));
    }

    [Fact]
    public void Source_code_with_such_a_name_is_none_unless_it_reads_as_one()
    {
        File.WriteAllText(Path.Combine(_root.FullName, "Dockerfile.cs"), "namespace X;\n");
        File.WriteAllText(Path.Combine(_root.FullName, "Dockerfile.dockerignore"), "*\n");
        File.WriteAllText(Path.Combine(_root.FullName, "Dockerfile.md"), "FROM a:1\nRUN b\n");

        Assert.Equal(["Dockerfile.md"], Found());
    }

    [Fact]
    public void A_link_inside_the_repository_is_what_it_leads_to()
    {
        Write("images/one");
        File.CreateSymbolicLink(Path.Combine(_root.FullName, "Dockerfile"), "images/one");

        Assert.Equal(["Dockerfile"], Found());
    }

    [Theory]
    [InlineData("/proc/self/environ")]
    [InlineData("../../etc/hostname")]
    [InlineData("gone")]
    public void A_link_that_leads_out_of_it_or_nowhere_is_not_read_and_costs_no_other_file(string target)
    {
        Write("a/Dockerfile");
        File.CreateSymbolicLink(Path.Combine(_root.FullName, "Dockerfile"), target);

        var sources = Find().Sources;

        Assert.Equal(["Dockerfile", "a/Dockerfile"], sources.Select(source => source.Path));
        Assert.Null(sources[0].Parsed.Dockerfile);
        Assert.StartsWith("Dockerfile is a link that leads out", sources[0].Parsed.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_parsed_is_found_all_the_same()
    {
        File.WriteAllText(Path.Combine(_root.FullName, "Dockerfile"), "FOO\n");

        Assert.NotEmpty(Assert.Single(Find().Sources).Parsed.Errors);
    }

    [Theory]
    [InlineData("a/Dockerfile", "a/Dockerfile")]
    [InlineData("a/*", "a/Dockerfile a/x.txt")]
    [InlineData("**/Dockerfile", "Dockerfile a/Dockerfile a/b/Dockerfile")]
    [InlineData("a/**/*file", "a/Dockerfile a/b/Dockerfile")]
    [InlineData("?/x.???", "a/x.txt")]
    public void Globs_name_files_of_any_name(string glob, string wanted)
    {
        Write("Dockerfile", "a/Dockerfile", "a/b/Dockerfile", "a/x.txt");

        Assert.Equal(wanted.Split(' '), Found(glob));
    }

    [Fact]
    public void Several_globs_give_each_file_once()
    {
        Write("Dockerfile", "a/Dockerfile");

        Assert.Equal(["Dockerfile", "a/Dockerfile"], Found("Dockerfile", "**/Dockerfile"));
    }

    [Fact]
    public void A_file_elsewhere_keeps_its_full_path()
    {
        Write("a/Dockerfile", "b/Dockerfile");
        var elsewhere = Path.Combine(_root.FullName, "b", "Dockerfile");

        Assert.Equal(elsewhere, Assert.Single(
            DockerfileFinder.Find(Listed.Files(Path.Combine(_root.FullName, "a")), ConfigurationInputs.None, [elsewhere]).Sources).Path);
    }

    [Fact]
    public void A_glob_that_matches_nothing_is_bad_input()
    {
        Write("Dockerfile");

        Assert.Contains("x/*.Dockerfile", Assert.Throws<InputException>(() => Found("x/*.Dockerfile")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linked_folder_is_not_followed()
    {
        Write("a/Dockerfile");
        Directory.CreateSymbolicLink(Path.Combine(_root.FullName, "a", "loop"), _root.FullName);

        Assert.Equal(["a/Dockerfile"], Found());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_read_all_the_same()
    {
        File.WriteAllBytes(Path.Combine(_root.FullName, "Dockerfile"), [.. "FROM a:1\nRUN echo "u8, 0xff, 0xfe, .. "\n"u8]);

        Assert.Empty(Assert.Single(Find().Sources).Parsed.Errors);
    }

    private IEnumerable<string> Found(params string[] globs) => Find(globs).Sources.Select(source => source.Path);

    private DockerfileInputs Find(params string[] globs)
    {
        var files = Listed.Files(_root.FullName);
        return DockerfileFinder.Find(files, ConfigurationInputReader.Read(files, CancellationToken.None), [.. globs]);
    }

    private void Write(params string[] paths)
    {
        foreach (var path in paths)
        {
            var file = Path.Combine(_root.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "FROM a:1\n");
        }
    }
}
