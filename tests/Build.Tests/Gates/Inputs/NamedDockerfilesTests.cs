using Build.Tests.Checkout;
using Build.Tests.Rules;
using ContainerSecurity.Gates.Inputs;

namespace Build.Tests.Gates.Inputs;

/// <summary>A Dockerfile may have any name when another file says that it is built.</summary>
public sealed class NamedDockerfilesTests : IDisposable
{
    private const string Workflow = "on: push\njobs:\n  a:\n    runs-on: x\n";

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("compose.yaml", "services: {a: {build: {context: ., dockerfile: images/app.txt}}}")]
    [InlineData("compose.yaml", "services: {a: {build: {context: ./images, dockerfile: app.txt}}}")]
    [InlineData("compose.yaml", "x: &b {build: {dockerfile: images/app.txt}}\nservices: {a: {<<: *b}}")]
    [InlineData("deploy/stack.yml", "services: {a: {build: {context: .., dockerfile: images/app.txt}}}")]
    [InlineData("deploy/compose.yaml", "services:\n  a:\n    build:\n      context: ${DIR:-../images}\n      dockerfile: app.txt")]
    [InlineData(".devcontainer/devcontainer.json", "{\"build\": {\"dockerfile\": \"../images/app.txt\"}}")]
    [InlineData(".devcontainer/devcontainer.json", "{\"dockerFile\": \"../images/app.txt\"}")]
    [InlineData("images/action.yml", "runs: {using: docker, image: app.txt}")]
    [InlineData(".github/workflows/a.yml", Workflow + "    steps: [{uses: docker/build-push-action@v6, with: {file: images/app.txt}}]")]
    [InlineData(".github/workflows/a.yml", Workflow + "    steps: [{uses: docker/build-push-action@v6, with: {context: images, file: app.txt}}]")]
    [InlineData(".github/workflows/a.yml", Workflow + "    steps: [{uses: o/kaniko@v1, with: {dockerfile: images/app.txt}}]")]
    [InlineData(".github/workflows/a.yml", Workflow + "    steps: [{run: docker build -f images/app.txt .}]")]
    [InlineData(".github/workflows/a.yml", Workflow + "    steps: [{run: docker build -f app.txt ., working-directory: images}]")]
    [InlineData(
        ".github/workflows/a.yml",
        Workflow + "    strategy: {matrix: {image: [other, app]}}\n"
            + "    steps: [{uses: a/build-push@v1, with: {file: \"images/${{ matrix.image }}.txt\"}}]")]
    [InlineData("docker-bake.hcl", "target \"app\" {\n  context = \"images\"\n  dockerfile = \"app.txt\"\n}")]
    [InlineData("docker-bake.json", "{\"target\": {\"app\": {\"dockerfile\": \"images/app.txt\"}}}")]
    [InlineData("Makefile", "build:\n\tdocker buildx build --push \\\n\t  --file images/app.txt .\n")]
    [InlineData("Makefile", "DIR := images\nbuild:\n\t$(ENGINE) docker build -f $(DIR)/app.txt .\n")]
    [InlineData("Makefile", "build:\n\tcd images && podman build -f app.txt .\n")]
    [InlineData("ci/build.sh", "for name in x app; do\n  docker build --file=\"images/${name}.txt\" .\ndone\n")]
    [InlineData("ci/build", "#!/bin/sh\nbuildah bud -f images/app.txt\n")]
    [InlineData("ci/build.ps1", "docker build `\n  -f images/app.txt .\n")]
    [InlineData("ci/build.py", "run([\"docker\", \"build\", \"-f\", \"images/app.txt\", \".\"])\n")]
    [InlineData(".gitlab-ci.yml", "a:\n  script:\n    - /kaniko/executor --context . --dockerfile images/app.txt\n")]
    [InlineData("skaffold.yaml", "build:\n  artifacts:\n    - docker: {dockerfile: images/app.txt}\n")]
    [InlineData("fly.toml", "[build]\ndockerfile = \"images/app.txt\"\n")]
    public void It_is_judged(string by, string text)
    {
        _bench.Write("images/app.txt", "FROM a:1\n").Write(by, text);

        Assert.Equal(["images/app.txt"], Find().Sources.Select(source => source.Path));
    }

    [Theory]
    [InlineData("Makefile", "x:\n\ttar -f images/app.txt\n")]
    [InlineData("Makefile", "x:\n\tdocker run -f images/app.txt\n")]
    [InlineData("notes.txt", "docker build -f images/app.txt .")]
    [InlineData("README.md", "docker build -f images/app.txt .")]
    [InlineData("Makefile", "x:\n\tdocker build . ; grep -f images/app.txt x\n")]
    public void A_file_that_nobody_builds_is_not(string by, string text)
    {
        _bench.Write("images/app.txt", "FROM a:1\n").Write(by, text);

        Assert.Empty(Find().Sources);
    }

    [Fact]
    public void One_that_stands_in_a_compose_file_keeps_that_files_lines()
    {
        _bench.Write(
            "compose.yaml",
            "services:\n  a:\n    build:\n      dockerfile_inline: |\n        FROM a:1\n        RUN true\n"
                + "  b:\n    build:\n      dockerfile_inline: FROM b\n");

        var sources = Find().Sources;

        Assert.Equal([5, 6, 9], sources.SelectMany(source => source.Parsed.Dockerfile!.Instructions).Select(instruction => instruction.Line));
        Assert.All(sources, source => Assert.Equal(("compose.yaml", true), (source.Path, source.IsInline)));
    }

    [Theory]
    [InlineData("Dockerfile.j2", "{% if a %}\nFROM a\n{% endif %}\n", "Dockerfile.j2: a document or a template whose text is no Dockerfile")]
    [InlineData("docs/Dockerfile.md", "# Images\nHow to build them.\n", "docs/Dockerfile.md: a document or a template whose text is no Dockerfile")]
    [InlineData("Dockerfile-x", "Words.\n", "Dockerfile-x: its text does not begin like a Dockerfile; if it is one, name it with --dockerfile")]
    [InlineData(
        "compose.yaml", "services: {a: {build: {dockerfile: gone}}}", "compose.yaml:1: gone, which is built here, is not a file of the repository")]
    [InlineData(
        "compose.yaml",
        "services: {a: {build: {context: \"https://a/b.git\", dockerfile: c}}}",
        "compose.yaml:1: which Dockerfile `c` is, only the build knows")]
    [InlineData("Makefile", "x:\n\tdocker build -f Makefile .\n", "Makefile: a file that is built, whose text is no Dockerfile")]
    public void What_looks_like_input_and_is_not_judged_is_named_with_the_reason(string path, string text, string said)
    {
        _bench.Write(path, text);

        Assert.Equal([said], Find().NotJudged.Select(left => left.Written));
    }

    [Theory]
    [InlineData("Dockerfile.dockerignore", "*\n")]
    [InlineData("DockerfileParser.cs", "class X;\n")]
    [InlineData("src/dockerfile.test.ts", "import a;\n")]
    public void Ignore_files_and_programs_about_Dockerfiles_are_no_input(string path, string text)
    {
        _bench.Write(path, text);

        Assert.Equal((0, 0), (Find().Sources.Length, Find().NotJudged.Length));
    }

    private DockerfileInputs Find()
    {
        var files = Listed.Files(_bench.Root);
        return DockerfileFinder.Find(files, ConfigurationInputReader.Read(files, CancellationToken.None), []);
    }
}
