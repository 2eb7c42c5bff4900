using System.Diagnostics;
using System.Text.RegularExpressions;
using Build.Tests.Images;
using ContainerSecurity.Checkout;

namespace Build.Tests.Bootstrap;

/// <summary>
/// A checkout in small with the real scripts, and a PATH with nothing on it but the usual tools and stand-ins for dotnet and apt-get.
/// </summary>
internal sealed partial class Sandbox : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // Where the system has no ICU, build.sh sets it, and PowerShell does not start without it.
    private const string Invariant = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    // What build.sh may expect of any system.
    private static readonly string[] UsualTools =
    [
        "bash", "cat", "cksum", "curl", "dirname", "find", "flock", "gzip", "mkdir", "mktemp", "mv", "rm", "sha512sum", "sleep", "sort", "tail",
        "tar",
        "timeout", "tr", "uname", "xargs",
    ];

    private static readonly string[] Copied =
    [
        "build.sh", "build.ps1", "build/Bootstrap/packages.sh", "build/Bootstrap/sdk.sh", "build/Bootstrap/packages.ps1", "build/Bootstrap/sdk.ps1",
        "global.json", "Directory.Build.props", "Directory.Packages.props",
    ];

    private readonly TemporaryFolder _folder = new();
    private bool _inPowerShell;

    public Sandbox()
    {
        Directory.CreateDirectory(_folder["bin"]);
        Directory.CreateDirectory(_folder["stand-ins"]);
        foreach (var tool in UsualTools)
            Link(tool);
        foreach (var file in Copied)
            Write(file, File.ReadAllText(Path.Combine(BuildPaths.Find().Root, file)));
        Write("build/Program.cs", "one");
        Write("build/Tasks/Scan.cs", "two");
    }

    /// <summary>Variables of the script beyond PATH and HOME.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public string Sdk => _folder["home/.cache/claude-code-proxy/dotnet/10.0.302"];

    /// <summary>What the stand-ins were called with, in order.</summary>
    public IReadOnlyList<string> Calls => File.Exists(_folder["calls"]) ? File.ReadAllLines(_folder["calls"]) : [];

    public IEnumerable<string> CacheFiles =>
        Directory.Exists(_folder["home"]) ? Directory.EnumerateFiles(_folder["home"], "*", SearchOption.AllDirectories) : [];

    public string this[string name] => _folder[name];

    public void Write(string file, string content) => _folder.Write($"repo dir/{file}", content);

    /// <summary>A switch that a stand-in looks at.</summary>
    public void Set(string name, string value = "") => _folder.Write(name, value);

    public void Unset(string name) => File.Delete(_folder[name]);

    /// <summary>Changes the part of the scripts that has the pattern, such as a pinned digest.</summary>
    public void Edit(string part, string pattern, string replacement)
    {
        var before = File.ReadAllText(_folder[$"repo dir/{part}"]);
        var after = Regex.Replace(before, pattern, replacement);
        Assert.NotEqual(before, after);
        Write(part, after);
    }

    /// <summary>Puts a real tool on the PATH, if the system has it.</summary>
    public bool Link(string tool)
    {
        if (Find(tool) is not { } path)
            return false;
        File.CreateSymbolicLink(_folder[$"bin/{tool}"], path);
        return true;
    }

    /// <summary>Takes a tool, real or not, off the PATH.</summary>
    public void Remove(string tool)
    {
        File.Delete(_folder[$"bin/{tool}"]);
        File.Delete(_folder[$"stand-ins/{tool}"]);
    }

    // Never beside the links to real tools: writing to such a link would replace the system's own file.
    public void AddStandIn(string tool, string script) => _folder.Write($"stand-ins/{tool}", script, Executable);

    public void AddDotnet() => AddStandIn("dotnet", FakePrograms.Dotnet);

    /// <summary>Runs build.ps1 from now on.</summary>
    public void UsePowerShell() => _inPowerShell = true;

    public async Task<ScriptRun> RunAsync(params string[] arguments)
    {
        var run = Start(arguments);
        return await run.EndAsync();
    }

    /// <summary>In a process group of its own, as a shell would start it.</summary>
    public ScriptRun Start(params string[] arguments)
    {
        Directory.CreateDirectory(_folder["elsewhere"]);
        var start = new ProcessStartInfo("setsid") { WorkingDirectory = _folder["elsewhere"] };
        foreach (var argument in _inPowerShell ? InPowerShell(arguments) : [_folder["bin/bash"], Script, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        start.Environment["PATH"] = _inPowerShell ? Environment.GetEnvironmentVariable("PATH") : SandboxPath;
        if (_inPowerShell && Environment.GetEnvironmentVariable(Invariant) is { } invariant)
            start.Environment[Invariant] = invariant;
        start.Environment["HOME"] = _folder["home"];
        start.Environment["SANDBOX"] = _folder.Path;
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        return new ScriptRun(start);
    }

    public void Dispose() => _folder.Dispose();

    private string Script => _folder[_inPowerShell ? "repo dir/build.ps1" : "repo dir/build.sh"];

    private string SandboxPath => $"{_folder["stand-ins"]}:{_folder["bin"]}";

    // PowerShell itself needs the system's dotnet, so it enters the sandbox after it has started.
    private string[] InPowerShell(string[] arguments)
    {
        var words = arguments.Select(argument => Bare().IsMatch(argument) ? argument : $"'{argument.Replace("'", "''", StringComparison.Ordinal)}'");
        var command = $"$env:PATH = '{SandboxPath}'; & '{Script}' {string.Join(' ', words)}; exit $LASTEXITCODE";
        return [.. PowerShell.Command, "-NoProfile", "-NonInteractive", "-Command", command];
    }

    [GeneratedRegex("^[-A-Za-z0-9=]+$")]
    private static partial Regex Bare();

    private static string? Find(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}
