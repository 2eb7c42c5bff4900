using System.Collections;
using System.Collections.Immutable;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Dotnet;

/// <summary>Commands of the .NET SDK.</summary>
internal static class DotnetCommands
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(35);

    /// <summary>
    /// Native AOT publish; restore is a separate step because a locked restore with <c>-r</c> needs a graph that the lock file does not contain
    /// (NU1004).
    /// </summary>
    public static ToolCommand Publish(string project, string rid, string output)
    {
        var publish = Command(
            "publish",
            project,
            "--configuration",
            "Release",
            "--runtime",
            rid,
            "--no-restore",
            "--output",
            output,
            "--nologo",
            "--verbosity",
            "quiet");
        return publish with { Environment = publish.Environment.SetItem("CFLAGS", $"-ffile-prefix-map={PackageFolder}=/packages") };
    }

    public static ToolCommand Restore(string project) => Command("restore", project, "--verbosity", "quiet");

    public static ToolCommand VerifyFormat(string solution) => Command("format", solution, "--verify-no-changes", "--verbosity", "quiet");

    /// <summary>Runs one test project; exit code 1 means failed tests, which the results file lists.</summary>
    public static ToolCommand Test(string project, string resultsFolder, string resultsFile)
    {
        var test = Command(
            "test",
            project,
            "--configuration",
            "Release",
            "--nologo",
            "--logger",
            $"trx;LogFileName={resultsFile}",
            "--results-directory",
            resultsFolder);
        return WithDefaultSignals(test) with { AcceptedExitCodes = [0, 1] };
    }

    /// <summary>Runs the tests that compare the documents with the code, and lets them write instead.</summary>
    public static ToolCommand WriteDocuments(string project)
    {
        var test = Command(
            "test", project, "--configuration", "Release", "--nologo", "--verbosity", "quiet", "--filter", "FullyQualifiedName~DocumentationTests");
        return test with { Environment = test.Environment.SetItem("WRITE_DOCS", "1") };
    }

    /// <summary>
    /// A background process starts with SIGINT ignored, and its children inherit that; tests of interrupts need the default handler.
    /// </summary>
    private static ToolCommand WithDefaultSignals(ToolCommand command) => OperatingSystem.IsLinux()
        ? command with { Executable = "env", Arguments = ["--default-signal=INT", command.Executable, .. command.Arguments] }
        : command;

    /// <summary>Any other .NET program, run by the same SDK.</summary>
    public static ToolCommand Command(params ImmutableArray<string> arguments) => new()
    {
        Executable = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
        Arguments = arguments,
        Environment = SdkEnvironment(),
        Timeout = Long,
    };

    /// <summary>
    /// C sources leave their paths in the binary, which must not depend on a user's home folder (reproducible-builds.org, build path).
    /// </summary>
    public static string PackageFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
        ? given.TrimEnd('/')
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The variables that configure the SDK, NuGet and tests; no others are passed on.</summary>
    private static ImmutableSortedDictionary<string, string?> SdkEnvironment() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .Where(variable => IsOfTheSdk((string)variable.Key))
        .ToImmutableSortedDictionary(variable => (string)variable.Key, variable => (string?)variable.Value);

    private static bool IsOfTheSdk(string name) =>
        name.StartsWith("DOTNET_", StringComparison.Ordinal)
        || name.StartsWith("NUGET_", StringComparison.Ordinal)
        || name is "CI" or "REQUIRE_ALL" or "REQUIRE_HADOLINT" or "HADOLINT_RECORDINGS" or "HADOLINT_PUBLIC_TEXTS"
            or "SOURCE_DATE_EPOCH" or "XDG_CACHE_HOME" or "SSL_CERT_FILE"
        || name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase);
}
