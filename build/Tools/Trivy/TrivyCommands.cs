using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Creates Trivy's command lines. Every scan prints JSON at all severities and decides nothing; the gates do.</summary>
internal static partial class TrivyCommands
{
    /// <summary>Trivy's own timeout is longer and does not always apply.</summary>
    private static readonly TimeSpan ScanLimit = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan DownloadLimit = TimeSpan.FromMinutes(5);

    public static ToolCommand Image(TrivyImageScan scan, TrivyWorkspace workspace)
    {
        var dialect = scan.Tool.Dialect;
        ImmutableArray<string> scanners = scan.Database is { IsUsable: true }
            ? ["vuln", "secret", dialect.MisconfigurationScanner]
            : ["secret", dialect.MisconfigurationScanner];
        return FileScan(
            scan,
            workspace,
            [
                "image",
                "--scanners", string.Join(',', scanners),
                "--image-config-scanners", $"{dialect.MisconfigurationScanner},secret",
                dialect.PackageTypes, string.Join(',', scan.Config.PackageTypes),
                .. dialect.Image,
                .. scan.Config.IgnoreUnfixed ? ["--ignore-unfixed"] : ImmutableArray<string>.Empty,
                "--input", scan.Input,
            ]);
    }

    public static ToolCommand Tree(TrivyTreeScan scan, TrivyWorkspace workspace) => FileScan(
        scan,
        workspace,
        [
            "fs",
            "--scanners", $"secret,{scan.Tool.Dialect.MisconfigurationScanner}",
            .. scan.SkipFolders.SelectMany(folder => (string[])["--skip-dirs", folder]),
            .. scan.Dockerfiles.SelectMany(file => (string[])["--file-patterns", "dockerfile:^" + SpecialCharacter().Replace(file, @"\$0") + "$"]),
            scan.Root,
        ]);

    /// <param name="document">CycloneDX JSON.</param>
    public static ToolCommand Sbom(TrivySbomScan scan, TrivyWorkspace workspace, string document) => Scan(
        scan,
        workspace,
        [
            "sbom",
            .. scan.Tool.Dialect.Sbom,
            scan.Tool.Dialect.PackageTypes, string.Join(',', scan.Config.PackageTypes),
            .. scan.Config.IgnoreUnfixed ? ["--ignore-unfixed"] : ImmutableArray<string>.Empty,
            document,
        ]);

    /// <summary>Fetches the vulnerability database into <paramref name="cache"/><c>/db</c>.</summary>
    public static ToolCommand DownloadDatabase(TrivyTool tool, string cache, string repository) => new()
    {
        Executable = tool.Executable,
        Arguments =
        [
            "image",
            "--download-db-only",
            "--db-repository", repository,
            "--cache-dir", cache,
            "--no-progress",
        ],
        Environment = Home(cache),
        UsesNetwork = true,
        WorkingDirectory = cache,
        Timeout = DownloadLimit,
    };

    /// <summary>A scan of files has options that a scan of a bill of materials does not accept.</summary>
    private static ToolCommand FileScan(TrivyScan scan, TrivyWorkspace workspace, ImmutableArray<string> what) => Scan(
        scan,
        workspace,
        [
            what[0],
            "--secret-config", scan.Config.SecretConfig ?? workspace.SecretConfig,
            scan.Tool.Dialect.SkipChecksUpdate,
            .. scan.Config.SkipFolders.SelectMany(folder => (string[])["--skip-dirs", folder]),
            .. scan.Config.SkipFiles.SelectMany(file => (string[])["--skip-files", file]),
            .. what[1..],
        ]);

    private static ToolCommand Scan(TrivyScan scan, TrivyWorkspace workspace, ImmutableArray<string> what) => new()
    {
        Executable = scan.Tool.Executable,
        Arguments =
        [
            what[0],
            "--config", workspace.Config,
            "--cache-dir", workspace.Cache,
            "--ignorefile", workspace.IgnoreFile,
            "--format", "json",
            "--severity", "UNKNOWN,LOW,MEDIUM,HIGH,CRITICAL",
            "--offline-scan",
            "--skip-db-update",
            "--skip-java-db-update",
            .. scan.Tool.Dialect.Scan,
            .. scan.Database?.Server is { } server ? ["--server", server.Argument] : ImmutableArray<string>.Empty,
            .. what[1..],
        ],
        Environment = scan.Database?.Server?.Token is { } token ? Home(workspace.Home).Add(TrivyServer.TokenVariable, token) : Home(workspace.Home),
        Secrets = scan.Database?.Server?.Token is { } secret ? [secret] : [],
        UsesNetwork = scan.Database?.Server is not null,
        WorkingDirectory = workspace.Folder,
        Timeout = ScanLimit,
        MayQuoteOutput = false,
    };

    /// <summary>The files of a killed Trivy are deleted with the folder.</summary>
    private static ImmutableSortedDictionary<string, string?> Home(string folder) =>
        ImmutableSortedDictionary<string, string?>.Empty.Add("HOME", folder).Add("TMPDIR", folder);

    /// <summary>Regex.Escape also escapes spaces, which Go's regular expressions reject.</summary>
    [GeneratedRegex(@"[\\.^$*+?()\[\]{}|]")]
    private static partial Regex SpecialCharacter();
}
