using Build.Tests.Images;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Trivy;

namespace Build.Tests.Tools.Trivy;

public class TrivyCommandsTests
{
    private static readonly TrivyTool Pinned = new("/tools/trivy", "0.75.0", "GitHub release", IsStandIn: false);
    private static readonly TrivyTool Old = Pinned with { Version = "dev", IsStandIn = true };

    [Fact]
    public void Every_flag_is_one_that_the_current_Trivy_has()
    {
        var known = Known("image-help.txt");
        var download = TrivyCommands.DownloadDatabase(Pinned, "/cache", "example.com/db");

        Assert.All(Flags(Image(Pinned)).Concat(Flags(Tree(Pinned))).Concat(Flags(download)), flag => Assert.Contains(flag, known));
    }

    [Fact]
    public void A_scan_of_an_image_gets_everything_explicitly_and_nothing_decides_in_it()
    {
        var command = Image(Pinned);
        var arguments = string.Join(' ', command.Arguments);

        Assert.Equal("image", command.Arguments[0]);
        Assert.Contains("--scanners vuln,secret,misconfig", arguments, StringComparison.Ordinal);
        Assert.Contains("--image-config-scanners misconfig,secret", arguments, StringComparison.Ordinal);
        Assert.Contains("--pkg-types os,library", arguments, StringComparison.Ordinal);
        Assert.Contains("--severity UNKNOWN,LOW,MEDIUM,HIGH,CRITICAL", arguments, StringComparison.Ordinal);
        Assert.Contains("--skip-version-check --disable-telemetry --skip-vex-repo-update", arguments, StringComparison.Ordinal);
        Assert.Contains("--skip-check-update", arguments, StringComparison.Ordinal);
        Assert.EndsWith("--input /image.tar", arguments, StringComparison.Ordinal);
        Assert.DoesNotContain("exit", arguments, StringComparison.Ordinal);
        Assert.False(command.UsesNetwork);
        Assert.True(command.Timeout < TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Every_flag_for_a_bill_of_materials_is_one_that_the_current_Trivy_has_there()
    {
        var known = Known("sbom-help.txt");

        Assert.All(Flags(Sbom(Pinned)), flag => Assert.Contains(flag, known));
        Assert.DoesNotContain("--secret-config", known);
    }

    [Fact]
    public void A_bill_of_materials_is_looked_through_for_vulnerabilities_alone()
    {
        Assert.Equal("sbom", Sbom(Pinned).Arguments[0]);
        Assert.Contains("--scanners vuln", string.Join(' ', Sbom(Pinned).Arguments), StringComparison.Ordinal);
        Assert.Contains("--list-all-pkgs", Sbom(Old).Arguments);
        Assert.Equal("/bom.cdx.json", Sbom(Old).Arguments[^1]);
    }

    [Fact]
    public void An_old_Trivy_gets_the_old_names()
    {
        var arguments = string.Join(' ', Image(Old).Arguments);

        Assert.Contains("--scanners vuln,secret,config", arguments, StringComparison.Ordinal);
        Assert.Contains("--vuln-type os,library", arguments, StringComparison.Ordinal);
        Assert.Contains("--skip-policy-update", arguments, StringComparison.Ordinal);
        Assert.Contains("--list-all-pkgs", arguments, StringComparison.Ordinal);
        Assert.DoesNotContain("telemetry", arguments, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_database_nothing_asks_for_vulnerabilities()
    {
        using var workspace = TrivyWorkspace.Create("", database: null);
        var command = TrivyCommands.Image(Scan(Pinned) with { Database = null }, workspace);

        Assert.Contains("secret,misconfig", command.Arguments);
        Assert.DoesNotContain("vuln,secret,misconfig", command.Arguments);
    }

    [Fact]
    public void A_server_is_named_and_its_token_is_in_no_argument()
    {
        using var workspace = TrivyWorkspace.Create("", database: null);
        var database = new DatabaseState(null, null, null) { Server = new TrivyServer(new Uri("https://trivy.example.com:4954/"), "s3cret-t0ken") };
        var image = TrivyCommands.Image(Scan(Pinned) with { Database = database }, workspace);
        var sbom = TrivyCommands.Sbom(
            new TrivySbomScan { Tool = Pinned, Config = new TrivyConfig(), Database = database }, workspace, "/bom.cdx.json");

        Assert.All(new[] { (image, "image-help.txt"), (sbom, "sbom-help.txt") }, scan =>
        {
            Assert.Equal("https://trivy.example.com:4954", scan.Item1.Arguments[scan.Item1.Arguments.IndexOf("--server") + 1]);
            Assert.All(Flags(scan.Item1), flag => Assert.Contains(flag, Known(scan.Item2)));
            Assert.DoesNotContain(scan.Item1.Arguments, argument => argument.Contains("s3cret", StringComparison.Ordinal));
            Assert.Equal("s3cret-t0ken", scan.Item1.Environment["TRIVY_TOKEN"]);
            Assert.Contains("s3cret-t0ken", scan.Item1.Secrets);
            Assert.True(scan.Item1.UsesNetwork);
        });
        Assert.Contains("vuln,secret,misconfig", image.Arguments);
        Assert.DoesNotContain("s3cret", database.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("--server", Image(Pinned).Arguments);
    }

    [Fact]
    public void Files_that_Trivy_would_find_by_itself_are_those_of_the_workspace()
    {
        using var workspace = TrivyWorkspace.Create("scan:\n  parallel: 2\n", database: null);
        var command = TrivyCommands.Image(Scan(Pinned), workspace);

        Assert.Equal(workspace.Folder, command.WorkingDirectory);
        Assert.Equal(workspace.Home, command.Environment["HOME"]);
        Assert.Equal(workspace.Home, command.Environment["TMPDIR"]);
        Assert.All(
            ["--config", "--cache-dir", "--ignorefile", "--secret-config"],
            flag => Assert.StartsWith(workspace.Folder, command.Arguments[command.Arguments.IndexOf(flag) + 1], StringComparison.Ordinal));
        Assert.Equal("scan:\n  parallel: 2\n", File.ReadAllText(workspace.Config));
        Assert.Empty(File.ReadAllText(workspace.IgnoreFile));
    }

    [Fact]
    public void A_tree_is_scanned_without_what_a_build_wrote_and_with_every_Dockerfile()
    {
        var arguments = Tree(Pinned).Arguments;

        Assert.Equal("fs", arguments[0]);
        Assert.Contains("proxy/bin", arguments);
        Assert.Contains(@"dockerfile:^deploy/a b\.df$", arguments);
        Assert.Equal("/src", arguments[^1]);
    }

    [Fact]
    public void Narrowing_settings_of_the_user_become_flags()
    {
        using var workspace = TrivyWorkspace.Create("", database: null);
        var config = new TrivyConfig { SkipFolders = ["usr/share"], SkipFiles = ["a.txt"], IgnoreUnfixed = true, SecretConfig = "/own.yaml" };
        var arguments = string.Join(' ', TrivyCommands.Image(Scan(Pinned) with { Config = config }, workspace).Arguments);

        Assert.Contains("--skip-dirs usr/share --skip-files a.txt", arguments, StringComparison.Ordinal);
        Assert.Contains("--ignore-unfixed", arguments, StringComparison.Ordinal);
        Assert.Contains("--secret-config /own.yaml", arguments, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workspace_dies_without_the_database_it_points_to()
    {
        using var folder = new TemporaryFolder();
        var database = folder.Write("db/trivy.db", "data");
        var workspace = TrivyWorkspace.Create("", Path.GetDirectoryName(database));
        Assert.True(File.Exists(Path.Combine(workspace.Cache, "db", "trivy.db")));

        workspace.Dispose();

        Assert.False(Directory.Exists(workspace.Folder));
        Assert.True(File.Exists(database));
    }

    private static IEnumerable<string> Flags(ToolCommand command) =>
        command.Arguments.Where(argument => argument.StartsWith("--", StringComparison.Ordinal));

    private static TrivyImageScan Scan(TrivyTool tool) =>
        new() { Tool = tool, Config = new TrivyConfig(), Input = "/image.tar", Database = new DatabaseState("/db", null, null) };

    private static ToolCommand Image(TrivyTool tool)
    {
        using var workspace = TrivyWorkspace.Create("", database: null);
        return TrivyCommands.Image(Scan(tool), workspace);
    }

    private static HashSet<string> Known(string help) =>
        [.. Recording.Text(help).Split(' ', ',', '\n').Where(word => word.StartsWith("--", StringComparison.Ordinal))];

    private static ToolCommand Sbom(TrivyTool tool)
    {
        using var workspace = TrivyWorkspace.Create("", database: null);
        return TrivyCommands.Sbom(
            new TrivySbomScan { Tool = tool, Config = new TrivyConfig(), Database = new DatabaseState("/db", null, null) },
            workspace,
            "/bom.cdx.json");
    }

    private static ToolCommand Tree(TrivyTool tool)
    {
        using var workspace = TrivyWorkspace.Create("", database: null);
        return TrivyCommands.Tree(
            new TrivyTreeScan
            {
                Tool = tool,
                Config = new TrivyConfig(),
                Root = "/src",
                SkipFolders = ["proxy/bin"],
                Dockerfiles = ["deploy/a b.df"],
            },
            workspace);
    }
}
