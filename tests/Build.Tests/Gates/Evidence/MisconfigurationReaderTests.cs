using Build.Tests.Checkout;
using Build.Tests.Gates.Policy;
using Build.Tests.Rules;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.TrivyIgnore;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Evidence;

namespace Build.Tests.Gates.Evidence;

public sealed class MisconfigurationReaderTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("compose.yml")]
    [InlineData("compose.override.yaml")]
    [InlineData("deploy/docker-compose.prod.yml")]
    [InlineData("Compose.YAML")]
    [InlineData("deploy/stack.yml")]
    public void Every_compose_file_is_read_wherever_it_lies(string path)
    {
        var read = _bench.Write(path, "services:\n  a:\n    privileged: true\n    image: b\n").Read();

        Assert.Equal(path, Assert.Single(read.Files));
        Assert.Equal(("CS2001", path, 3), Place(Assert.Single(read.Findings)));
        Assert.Contains("(a)", read.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_and_merge_keys_count_as_what_they_name()
    {
        var read = _bench
            .Write("compose.yaml", "x-base: &base\n  pid: host\nservices:\n  a:\n    <<: *base\n  b:\n    <<: [*base]\n    pid: service:a\n")
            .Read();

        Assert.Equal(("CS2002", "compose.yaml", 2), Place(Assert.Single(read.Findings)));
    }

    [Fact]
    public void A_file_that_is_extended_or_included_or_named_by_a_devcontainer_is_judged_too()
    {
        _bench.Write("compose.yaml", "include:\n  - sub/more.yml\nservices:\n  a:\n    extends: {file: base.yml, service: x}\n")
            .Write("base.yml", "services:\n  x:\n    privileged: true\n")
            .Write("sub/more.yml", "services:\n  y:\n    ipc: host\n")
            .Write(".devcontainer/devcontainer.json", "{\"dockerComposeFile\": [\"dev.yml\"]}")
            .Write(".devcontainer/dev.yml", "services:\n  z:\n    cap_add: [ALL]\n");

        var read = _bench.Read();

        Assert.Equal(
            [".devcontainer/dev.yml", "base.yml", "sub/more.yml"], read.Findings.Select(finding => finding.File!).Order(StringComparer.Ordinal));
        Assert.Equal(5, read.Files.Length);
    }

    [Theory]
    [InlineData("image: x")]
    [InlineData("build: .")]
    [InlineData("extends: {service: b}")]
    public void Any_YAML_with_services_that_are_made_somehow_is_a_compose_file(string how) =>
        Assert.Equal(["deploy/dev.yaml:4"], Bench.Of("CS2001", "deploy/dev.yaml", $"services:\n  a:\n    {how}\n    privileged: true\n"));

    [Fact]
    public void A_file_too_large_to_be_judged_and_a_folder_in_a_files_place_are_findings()
    {
        _bench.Write("compose.yaml", "services: {}\n" + new string('#', 4 * 1024 * 1024))
            .Write("base.yml/x", "")
            .Write("other/compose.yaml", "include: [../base.yml]");

        Assert.Equal(
            ["compose.yaml:1", "other/compose.yaml:1"],
            _bench.Read().Findings.Where(finding => finding.RuleId == "CS2000").Select(finding => $"{finding.File}:{finding.Line}"));
    }

    [Theory]
    [InlineData("values.yml", "services:\n  web: {port: 80, privileged: true}\n")]
    [InlineData("template.yaml", "services:\n  a: {image: {{ .Values.image }}, privileged: true}\n")]
    [InlineData("notes.txt", "services:\n  a: {image: b, privileged: true}\n")]
    public void Other_YAML_is_left_to_others(string path, string text) =>
        Assert.Empty(_bench.Write(path, text).Read().Files);

    [Fact]
    public void A_merge_key_in_quotes_counts_when_its_tag_says_so() =>
        Assert.Equal(["compose.yaml:1"], Bench.Of("CS2001", "compose.yaml", "x: &x {privileged: true}\nservices:\n  a: {!!merge \"<<\": *x}\n"));

    [Theory]
    [InlineData("{name: host, external: true}")]
    [InlineData("{external: {name: host}}")]
    [InlineData("{driver: host}")]
    public void A_service_without_networks_is_in_the_one_that_is_named_default(string network) =>
        Assert.Equal(["compose.yaml:2"], Bench.Of("CS2002", "compose.yaml", $"services:\n  a: {{image: b}}\nnetworks: {{default: {network}}}\n"));

    [Theory]
    [InlineData("a/b/c/compose.yaml", 0)]
    [InlineData("a/b/compose.yaml", 0)]
    [InlineData("a/compose.yaml", 1)]
    [InlineData("compose.yaml", 1)]
    public void A_folder_above_the_repository_and_its_neighbours_is_the_hosts(string path, int found) =>
        Assert.Equal(found, Bench.Of("CS2005", path, "services:\n  a:\n    volumes: [\"../../..:/src\"]\n").Length);

    [Theory]
    [InlineData("CS2003", "configs: {c: {file: /var/run/docker.sock}}\nservices:\n  a:\n    configs: [c]\n")]
    [InlineData("CS2005", "secrets: {s: {file: /etc/shadow}}\nservices:\n  a:\n    secrets: [{source: s, target: x}]\n")]
    [InlineData("CS2005", "volumes: {v: {driver_opts: {o: bind, type: none, device: /etc}}}\nservices:\n  a:\n    volumes: [\"v:/x\"]\n")]
    public void What_a_service_is_given_by_a_name_is_judged_where_it_is_given(string code, string text) =>
        Assert.Equal(["compose.yaml:4"], Bench.Of(code, "compose.yaml", text));

    [Fact]
    public void A_feature_of_the_repository_is_judged_like_a_container()
    {
        var read = _bench
            .Write(".devcontainer/tool/devcontainer-feature.json", "{\n\"id\": \"tool\",\n\"privileged\": true,\n\"capAdd\": [\"ALL\"]}")
            .Read();

        Assert.Equal(["CS2001:3", "CS2006:4"], read.Findings.Select(finding => $"{finding.RuleId}:{finding.Line}"));
    }

    [Fact]
    public void A_devcontainer_in_a_folder_of_its_own_is_found() =>
        Assert.Equal(
            [".devcontainer/tools/devcontainer.json:2"],
            Bench.Of("CS2001", ".devcontainer/tools/devcontainer.json", "{ // why\n\"privileged\": true, /* and */ }"));

    [Theory]
    [InlineData("services: {a: {extends: {file: gone.yml, service: x}}}", "compose.yaml", 1)]
    [InlineData("services: {}\ninclude: [../../outside.yml]", "compose.yaml", 2)]
    [InlineData("include:\n- oci://example.invalid/x", "compose.yaml", 2)]
    [InlineData("services: {a: {extends: {file: /compose.yaml, service: x}}}", "compose.yaml", 1)]
    [InlineData("include: [{path: compose.yaml, env_file: /etc/environment}]", "compose.yaml", 1)]
    public void A_file_that_is_named_and_cannot_be_read_is_a_finding_where_it_is_named(string text, string file, int line) =>
        Assert.Equal([$"{file}:{line}"], Bench.Of("CS2000", "compose.yaml", text));

    [Theory]
    [InlineData("services: [\n", 2)]
    [InlineData("services:\n\ta: {}", 1)]
    [InlineData("services: {}\n---\nservices: {}", 3)]
    [InlineData("- a", 1)]
    [InlineData("a: 1\na: 2", 2)]
    [InlineData("? [a, b]\n: c", 1)]
    public void A_compose_file_that_is_none_is_a_finding_with_its_line(string text, int line) =>
        Assert.Equal([$"compose.yaml:{line}"], Bench.Of("CS2000", "compose.yaml", text));

    [Theory]
    [InlineData(".github/workflows/ci.yml", "")]
    [InlineData(".github/workflows/ci.yml", "on: push")]
    [InlineData("tools/action.yml", "name: x")]
    [InlineData(".devcontainer/devcontainer.json", "[]")]
    [InlineData(".devcontainer/devcontainer.json", "{\"a\": ")]
    public void Another_file_that_is_not_what_it_should_be_is_a_finding(string path, string text) =>
        Assert.Equal([$"{path}:1"], Bench.Of("CS2000", path, text));

    [Fact]
    public void Aliases_that_stand_for_millions_end_in_a_finding()
    {
        var laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
            + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

        Assert.Single(Bench.Of("CS2000", "compose.yaml", laughs));
        Assert.Single(Bench.Of("CS2000", "compose.yaml", "services: &a\n  b: *a\n"));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Deep_nesting_ends_in_a_finding_and_not_the_process(string open) =>
        Assert.Equal(["compose.yaml:1"], Bench.Of("CS2000", "compose.yaml", string.Concat(Enumerable.Repeat(open, 30_000))));

    [Fact]
    public void A_composite_action_is_judged_like_a_workflow_but_for_permissions()
    {
        var read = _bench.Write(
            ".github/actions/x/action.yml",
            "runs:\n  using: composite\n  steps:\n    - run: echo ${{ inputs.name }}\n      shell: bash\n    - uses: a/b@v1\n").Read();

        Assert.Equal(["CS3001:6", "CS3003:4"], read.Findings.Select(finding => $"{finding.RuleId}:{finding.Line}"));
    }

    [Fact]
    public void A_YAML_file_that_may_be_anything_and_cannot_be_read_is_said()
    {
        var read = _bench.Write("stack.yml", "services:\n  a: \0\n").Read();

        Assert.Empty(read.Files);
        var why = Assert.Single(read.Unread);
        Assert.StartsWith("Whether stack.yml is a compose file is not known: stack.yml:2: not text", why, StringComparison.Ordinal);
    }

    [Fact]
    public void This_repository_has_no_finding_but_those_that_it_excuses()
    {
        var root = SampleRepository.ThisRepository;
        var read = MisconfigurationReader.Read(Listed.Files(root), CancellationToken.None);
        var exceptions = IgnoreFile.Read(root).Misconfigurations;

        // On the last day on which all of them count: a test must not end with them.
        var today = exceptions.Min(exception => exception.ExpiresAt)!.Value;
        var outcome = new Exceptions(exceptions, today, SawAll: true).Apply(read.Findings);

        Assert.Equal(
            [
                ".devcontainer/devcontainer.json", ".devcontainer/isolated/compose.yaml", ".devcontainer/isolated/devcontainer.json",
                ".github/actions/scan/action.yml", ".github/workflows/ci.yml", ".github/workflows/database.yml", ".github/workflows/release.yml",
                ".github/workflows/scan.yml", "proxy/deploy/compose/compose.yaml", "proxy/deploy/feature/devcontainer-feature.json",
            ],
            read.Files.AsEnumerable());
        Assert.Empty(
            outcome.Findings.Where(finding => finding.Suppressed is null).Select(finding => $"{finding.File}:{finding.Line} {finding.Message}"));
    }

    private static (string, string?, int?) Place(Finding finding) => (finding.RuleId, finding.File, finding.Line);
}
