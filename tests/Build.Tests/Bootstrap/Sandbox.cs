using System.Diagnostics;
using System.Text.RegularExpressions;
using Build.Tests.Images;
using ContainerSecurity;

namespace Build.Tests.Bootstrap;

/// <summary>A checkout in small with the real build.sh, and a PATH on which nothing is but the usual tools and stand-ins for dotnet and apt-get.</summary>
internal sealed class Sandbox : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // What build.sh may expect of any system.
    private static readonly string[] UsualTools =
    [
        "bash", "cat", "cksum", "curl", "dirname", "find", "flock", "gzip", "mkdir", "mktemp", "mv", "rm", "sha512sum", "sleep", "sort", "tail", "tar", "timeout", "tr", "uname",
        "xargs",
    ];

    private readonly TemporaryFolder _folder = new();

    public Sandbox()
    {
        Directory.CreateDirectory(_folder["bin"]);
        Directory.CreateDirectory(_folder["stand-ins"]);
        foreach (var tool in UsualTools)
            Link(tool);
        foreach (var file in new[] { "build.sh", "global.json", "Directory.Build.props", "Directory.Packages.props" })
            _folder.Write($"repo dir/{file}", File.ReadAllText(System.IO.Path.Combine(BuildPaths.Find().Root, file)));
        Write("build/Program.cs", "one");
        Write("build/Tasks/Scan.cs", "two");
    }

    /// <summary>Variables of the script beyond PATH and HOME.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public string Sdk => _folder["home/.cache/claude-code-proxy/dotnet/10.0.302"];

    /// <summary>What the stand-ins were called with, in order.</summary>
    public IReadOnlyList<string> Calls => File.Exists(_folder["calls"]) ? File.ReadAllLines(_folder["calls"]) : [];

    public IEnumerable<string> CacheFiles => Directory.Exists(_folder["home"]) ? Directory.EnumerateFileSystemEntries(_folder["home"], "*", SearchOption.AllDirectories) : [];

    public string this[string name] => _folder[name];

    public void Write(string file, string content) => _folder.Write($"repo dir/{file}", content);

    /// <summary>A switch that a stand-in looks at.</summary>
    public void Set(string name, string value = "") => _folder.Write(name, value);

    public void Unset(string name) => File.Delete(_folder[name]);

    /// <summary>Changes the script under test, such as a pinned digest.</summary>
    public void Edit(string pattern, string replacement)
    {
        var before = File.ReadAllText(_folder["repo dir/build.sh"]);
        var after = Regex.Replace(before, pattern, replacement);
        Assert.NotEqual(before, after);
        Write("build.sh", after);
    }

    /// <summary>Puts a real tool on the PATH, if the system has it.</summary>
    public bool Link(string tool)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => System.IO.Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
        if (path is null)
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

    public void AddDotnet() => AddStandIn("dotnet", StandIns.Dotnet);

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
        foreach (var argument in (string[])[_folder["bin/bash"], _folder["repo dir/build.sh"], .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        start.Environment["PATH"] = $"{_folder["stand-ins"]}:{_folder["bin"]}";
        start.Environment["HOME"] = _folder["home"];
        start.Environment["SANDBOX"] = _folder.Path;
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        return new ScriptRun(start);
    }

    public void Dispose() => _folder.Dispose();
}
