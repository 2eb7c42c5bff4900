using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace Build.Tests.Rules.Workflows;

/// <summary>This repository's own pipeline has no fault, and each fault that somebody might make in it is told.</summary>
public sealed class OwnPipelineTests
{
    private const string Ci = ".github/workflows/ci.yml";
    private const string Release = ".github/workflows/release.yml";
    private const string Database = ".github/workflows/database.yml";
    private const string Scan = ".github/workflows/scan.yml";
    private const string Action = ".github/actions/scan/action.yml";

    private const string Checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1";
    private const string Download = "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c";
    private const string Cache = "actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5";
    private const string Digest = "73d85a96694a2cadca1ba3fcb5721f2312a64f1d571dd86f6c77e10a708931dc";
    private const string OtherJob = "jobs:\n  other:\n    permissions: {}\n";
    private const string ScanCommand = "run: ./build.sh --target=Scan --strict --rid=linux-x64,linux-arm64";
    private const string NotOfPulls = "${{ !cancelled() && github.event_name != 'pull_request' }}";
    private const string TimeLimit = "timeout-minutes: 20";

    [Fact]
    public void As_it_is_only_the_engines_of_tests_and_releases_ask_for_privileged_containers() =>
        Assert.Equal([("CS2001", Ci), ("CS2001", Release)], Judge(Copy()).Select(found => (found.RuleId, found.File)));

    [Theory]
    [InlineData("CS3001", Ci, Checkout, "actions/checkout@v7")]
    [InlineData("CS3001", Database, "jobs:\n", OtherJob + "    uses: some/one/.github/workflows/a.yml@main\n")]
    [InlineData("CS3002", Ci, "  pull_request:\n", "  pull_request_target:\n")]
    [InlineData("CS3003", Ci, ScanCommand, ScanCommand + " ${{ github.head_ref }}")]
    [InlineData("CS3003", Ci, "host: [Frosting, built-in]", "host: [\"${{ github.head_ref }}\"]", ScanCommand, ScanCommand + " ${{ matrix.host }}")]
    [InlineData("CS3003", Release, "$ARCHIVE", "${{ steps.arrived.outputs.archive }}")]
    [InlineData("CS3003", Release, "${GITHUB_REF_NAME#v}", "${{ github.ref_name }}")]
    [InlineData("CS3003", Scan, "[ ! -d image ]", "[ ! -d ${{ inputs.policy }} ]")]
    [InlineData("CS3003", Action, "cd \"$GITHUB_WORKSPACE\"", "cd ${{ inputs.repository }}")]
    [InlineData("CS3004", Ci, "permissions: {}\n", "", "    permissions:\n      contents: read\n", "")]
    [InlineData("CS3005", Ci, "    permissions:\n      contents: read\n", "    permissions: write-all\n")]
    [InlineData("CS3006", Ci, ":bookworm@sha256:" + Digest, ":bookworm")]
    [InlineData(
        "CS3007", Database, "workflow_dispatch:", "workflow_run: { workflows: [ci] }",
        "persist-credentials: false", "ref: ${{ github.event.workflow_run.head_sha }}")]
    [InlineData("CS3008", Action, "echo \"reports=$output/reports\" >> \"$GITHUB_OUTPUT\"", "echo \"IMAGE=$IMAGE\" >> \"$GITHUB_ENV\"")]
    [InlineData("CS3008", Ci, ScanCommand, "run: echo \"A=${GITHUB_HEAD_REF}\" >> \"$GITHUB_ENV\"")]
    [InlineData("CS3009", Ci, "CakeHost: ${{ matrix.host }}", "ACTIONS_ALLOW_UNSECURE_COMMANDS: true")]
    [InlineData("CS3010", Database, "jobs:\n", OtherJob + "    uses: ./.github/workflows/scan.yml\n    secrets: inherit\n")]
    [InlineData("CS3011", Ci, "persist-credentials: false", "fetch-depth: 0")]
    [InlineData("CS3011", Scan, "persist-credentials: false", "persist-credentials: true")]
    [InlineData("CS3012", Ci, "runs-on: ubuntu-latest", "runs-on: self-hosted")]
    [InlineData("CS3013", Release, "- name: Release\n", "- uses: " + Cache + "\n      - name: Release\n")]
    [InlineData(
        "CS3014", Database, "workflow_dispatch:", "workflow_run: { workflows: [ci] }",
        "- name: Fetch", "- uses: " + Download + " # v8.0.1\n        with: { run-id: \"${{ github.event.workflow_run.id }}\" }\n      - name: Fetch")]
    [InlineData("CS3015", Ci, "options: --privileged", "credentials: { username: somebody, password: Tr0ub4dor-and-3 }")]
    [InlineData("CS3016", Ci, Checkout + " # v7.0.1", Checkout + " # main")]
    [InlineData(
        "CS3017", Ci, "permissions: {}\n", "permissions: { contents: write }\n",
        "    permissions:\n      contents: read\n    strategy", "    strategy")]
    [InlineData("CS3018", Ci, NotOfPulls, "${{ !cancelled() }} && github.event_name != 'pull_request'")]
    [InlineData("CS3019", Ci, NotOfPulls, "${{ contains('refs/heads/main refs/heads/develop', github.ref) }}")]
    [InlineData("CS3020", Ci, NotOfPulls, "${{ github.actor == 'dependabot[bot]' }}")]
    [InlineData("CS3021", Ci, NotOfPulls, "${{ format('{0}', 'push') == github.event_name }}")]
    [InlineData("CS3022", Release, "TOKEN: ${{ secrets.GITHUB_TOKEN }}", "TOKEN: ${{ toJSON(secrets) }}")]
    [InlineData("CS3023", Ci, "${{ github.event_name == 'pull_request' }}", "${{ github.event_name == 'push' && '' || 'true' }}")]
    [InlineData("CS2000", Database, "jobs:\n", "jobs: [\n")]
    [InlineData("CS2001", Database, TimeLimit, TimeLimit + "\n    container: { image: \"debian@sha256:" + Digest + "\", options: --privileged }")]
    [InlineData("CS2002", Ci, "options: --privileged", "options: --pid=host")]
    [InlineData("CS2003", Ci, "options: --privileged", "volumes: [\"/var/run/docker.sock:/var/run/docker.sock\"]")]
    [InlineData("CS2006", Ci, "options: --privileged", "options: --cap-add=SYS_ADMIN")]
    public void A_fault_that_is_made_in_it_is_told(string rule, string file, params string[] edits)
    {
        var files = Copy();
        foreach (var edit in edits.Chunk(2))
        {
            Assert.Contains(edit[0], files[file], StringComparison.Ordinal);
            files[file] = files[file].Replace(edit[0], edit[1], StringComparison.Ordinal);
        }

        Assert.Contains((rule, file), Judge(files).Select(found => (found.RuleId, found.File!)));
        Assert.DoesNotContain((rule, file), Judge(Copy()).Where(_ => rule != "CS2001").Select(found => (found.RuleId, found.File!)));
    }

    private static Dictionary<string, string> Copy()
    {
        var root = BuildPaths.Find().Root;
        return Directory.GetFiles(Path.Combine(root, ".github"), "*.yml", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(root, file), File.ReadAllText);
    }

    private static ImmutableArray<Finding> Judge(Dictionary<string, string> files)
    {
        using var bench = new Bench();
        foreach (var (path, text) in files)
            bench.Write(path, text);
        return bench.Read().Findings;
    }
}
