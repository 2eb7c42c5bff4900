using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.PowerShell;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Programs.Table;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Reads, writes and runs the files that a script names.</summary>
internal sealed class FileWalk(ScriptWalk walk)
{
    private const string Stream = "/dev/fd/_";
    private static readonly string[] SearchPath = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

    private readonly Dictionary<string, ShellFunction> _readers = [];
    private int _streams;

    private FlowState State => walk.State;

    public static bool IsInput(string path) => path is "-" or "/dev/stdin" or "/dev/fd/0" or "/proc/self/fd/0";

    public static bool IsNetwork(string path) =>
        path.StartsWith("/dev/tcp/", StringComparison.Ordinal) || path.StartsWith("/dev/udp/", StringComparison.Ordinal);

    public string Resolve(string path) => FilePath.Resolve(State.Folder, InHome(path));

    /// <summary><c>~</c> and <c>~/x</c>, where the home directory is known.</summary>
    private string InHome(string path)
    {
        var isHome = path is ['~'] or ['~', '/', ..];
        return isHome && State.Variable("HOME") is { IsKnown: true, Text: ['/', ..] home } ? home + path[1..] : path;
    }

    /// <summary>A file that holds what commands print.</summary>
    public string AddStream(Value content)
    {
        var path = NextStream();
        State.Files.Write(path, (content.From.IsEmpty && content.Secret is null) || content.IsOneUnknown ? content : walk.Unknown(content));
        return path;
    }

    /// <summary>A file that commands read when it is written.</summary>
    public string Announce(ShellPipeline[] readers)
    {
        var path = NextStream();
        _readers[path] = new ShellFunction(readers, walk.Log.Place);
        return path;
    }

    /// <summary>What a file holds; null for one of which nothing is known.</summary>
    public Value? Read(string path, Streams streams)
    {
        if (IsInput(path))
            return streams.Input;
        if (IsNetwork(path))
            return walk.Unknown(Value.Empty with { From = [walk.Bring("/dev/tcp", path)] });
        if (path.StartsWith("/dev/fd/", StringComparison.Ordinal) && State.Descriptors.TryGetValue(path[8..], out var descriptor))
            return descriptor;
        if (State.Files.Find(Resolve(path)) is { } known)
            return known;
        return walk.Observer?.FindSecret(walk, path) is { } secret ? new Value("${_}") { Secret = secret } : null;
    }

    /// <summary>What is known of several files.</summary>
    public List<Value> ReadAll(ReadOnlySpan<Value> paths, Streams streams)
    {
        var contents = new List<Value>();
        foreach (var path in paths)
        {
            if (Read(path.Text, streams) is { } content)
                contents.Add(content);
        }

        return contents;
    }

    public void Write(string path, Value content, bool appends, int line)
    {
        walk.Observer?.OnWrite(walk, path, content, line);
        if (_readers.TryGetValue(path, out var readers))
        {
            walk.Lists.Walk(readers.Body, new Streams(content, new Output(), line));
            return;
        }

        var place = Resolve(path);
        var before = appends || (walk.Branches > 0 && content.Unverified is null) ? State.Files.File(place) : null;
        State.Files.Write(place, before is null ? content : before.Then(content));
        // What is in the repository is judged where it is run.
        if (content.File is null)
            JudgeScript(path, content, line);
    }

    /// <summary>The file that a name without a folder runs, when something is known of it.</summary>
    private string? FindProgram(string name)
    {
        // What the base image's PATH has is not known.
        string[] folders = State.Variable("PATH") is { } path ? [.. path.Text.Split(':'), .. SearchPath] : SearchPath;
        foreach (var folder in folders)
        {
            if (folder.StartsWith('/') && State.Files.File($"{folder}/{name}") is not null)
                return $"{folder}/{name}";
        }

        return null;
    }

    /// <summary>Runs a program: by its path, or by a name that is looked for in the usual folders.</summary>
    /// <param name="path">The name with its folder.</param>
    /// <returns>What is known of it; null for nothing.</returns>
    public Value? UseProgram(Value name, Streams streams, int line, out Value path)
    {
        var found = name.Text.Contains('/') ? name.Text : FindProgram(name.Text);
        path = found is null ? name : name.WithText(found);
        return found is null ? null : Judged(Read(found, streams), name, line);
    }

    /// <summary>Runs what a path names as a script, makes it executable or installs it.</summary>
    /// <returns>What is known of it; null for nothing.</returns>
    public Value? Use(Value path, Streams streams, int line) => Judged(Read(path.Text, streams), path, line);

    /// <summary>Finds the file that <c>source</c> reads: without a folder also where programs are.</summary>
    public Value? UseSource(Value path, Streams streams, int line) =>
        Use(path, streams, line) ?? (path.Text.Contains('/') ? null : UseProgram(path, streams, line, out _));

    /// <summary>Notes the file of the repository whose text is run, and says it when nobody knows what that does.</summary>
    public bool IsRead(Value code, int line)
    {
        if (code.File is not { } file || !file.Begins(code.Text) || walk.RunFiles?.Take(file) is not { } why)
            return true;
        walk.Report(FaultKind.RunUnread, $"{file.Path} is run here, and what it does is not known: {why}", line);
        return false;
    }

    /// <summary>The script that a command of PowerShell or Windows' command prompt names.</summary>
    /// <param name="path">Drives are not told apart.</param>
    public PowerShellFile? OpenForWindows(string path)
    {
        if (State.Files.File(Resolve(FilePath.WithoutDrive(path).Replace('\\', '/'))) is not { From: [] } content)
            return null;
        return new(content.File?.Path, content.Text, content.File is { } file ? walk.RunFiles?.Take(file) : null);
    }

    private Value? Judged(Value? content, Value path, int line)
    {
        if (content is not null)
            Judge(content, path, line);
        return content;
    }

    /// <summary>Says it when what a file holds is not compared with anything.</summary>
    public void Judge(Value content, Value path, int line)
    {
        if (content.Unverified is not { } download)
            return;
        var shown = path.Shown ?? path.Text;
        var plain = shown.StartsWith("./", StringComparison.Ordinal) ? shown[2..] : shown;
        if (path.Text.StartsWith("/dev/", StringComparison.Ordinal))
            walk.Report(FaultKind.RunUnseen, "what is fetched is run", line);
        else if (download.IsClone)
            walk.ReportOnce(download, FaultKind.RunUnpinned, $"{shown} is run from a clone of {download.Address} without a commit", line);
        else if (State.Files.File(Resolve(path.Text)) is null && State.Files.FindFolder(Resolve(path.Text), isInside: true) is not null)
            walk.ReportOnce(download, FaultKind.RunUnverified, $"{shown} is run after an archive was fetched and unpacked {Without}", line);
        else
            walk.ReportOnce(download, FaultKind.RunUnverified, $"{plain} is fetched and then run {Without}", line);
    }

    private const string Without = "without a comparison of its digest";

    /// <summary>A script that is written here is run by somebody, some day.</summary>
    private void JudgeScript(string path, Value content, int line)
    {
        if (!IsScript(path, content.Text) || !ProgramTable.MentionsFetcher(content.Text)
            || ShellScript.Parse(content.Text) is not { IsReadable: true } script)
        {
            return;
        }

        var own = new ScriptWalk(new FlowState());
        own.Run(script);
        foreach (var fault in own.Faults)
        {
            if (fault.Kind != FaultKind.ComparedWithItself)
                walk.Report(fault.Kind, fault.Message, line);
        }
    }

    private static bool IsScript(string path, string text) => text.Length > 0
        && (path.EndsWith("sh", StringComparison.Ordinal) || path.EndsWith("rc", StringComparison.Ordinal)
            || path.Contains("profile", StringComparison.Ordinal) || path.Contains("cron", StringComparison.Ordinal)
            || (text.StartsWith("#!", StringComparison.Ordinal) && text.Split('\n', 2)[0].TrimEnd().EndsWith("sh", StringComparison.Ordinal)));

    private string NextStream() => $"{Stream}{++_streams}";
}
