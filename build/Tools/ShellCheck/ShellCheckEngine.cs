using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.ShellCheck;

/// <summary>
/// Checks many scripts with few runs of the installed ShellCheck, each text once and none that it has judged before. Every run is bounded; a text for
/// which that is too little costs no other one its answer.
/// </summary>
internal sealed partial class ShellCheckEngine(IToolRunner runner, ShellCheckCache cache)
{
    // Each run has a fixed cost and uses one processor.
    private const int FewestScripts = 8;
    private const int MostScripts = 500;

    /// <summary>Longer ones may take long or fail, and so are judged alone.</summary>
    private const int LongScript = 8 * 1024;

    /// <summary>A program that fails this often is broken.</summary>
    private const int MostFailures = 40;

    /// <summary>Each may take the memory that a run is allowed.</summary>
    private static readonly int Processors = Math.Clamp(Environment.ProcessorCount, 1, 8);

    private readonly ConcurrentDictionary<string, string> _unjudged = [];

    public ShellCheckEngine(IToolRunner runner) : this(runner, ShellCheckCache.None)
    {
    }

    /// <exception cref="ToolNotFoundException">ShellCheck is not installed.</exception>
    /// <exception cref="ToolFailedException">It failed, or is a different program.</exception>
    public async Task<string> VersionAsync(CancellationToken cancellation)
    {
        if (cache.Version is { } known)
            return known;
        var said = (await runner.RunAsync(ShellCheckCommand.Version, cancellation)).Output;
        return cache.Version = VersionLine().Match(said) is { Success: true } match
            ? match.Groups[1].Value
            : throw new ToolFailedException(
                "The program called shellcheck does not say which version of ShellCheck it is; install Debian's package shellcheck.");
    }

    /// <exception cref="ToolNotFoundException">ShellCheck is not installed.</exception>
    public async Task<ShellCheckAnswers> CheckAsync(IEnumerable<string> scripts, CancellationToken cancellation)
    {
        ImmutableArray<string> texts = [.. scripts.Distinct()];
        var known = texts.Select(text => (Text: text, Said: ShellCheckJson.ReadKept(cache.Get(text)))).ToList();
        ImmutableArray<string> open = [.. known.Where(item => item.Said is null).Select(item => item.Text)];
        var said = open.IsEmpty ? [] : await AskAsync(open, cancellation);
        foreach (var text in said.Where(item => item.Comments.Length > 0 || !_unjudged.ContainsKey(item.Text)))
            cache.Set(text.Text, ShellCheckJson.Keep(text.Comments));
        cache.Save();
        var all = known.Where(item => item.Said is not null).Select(item => (item.Text, Comments: item.Said!.Value)).Concat(said);
        return new ShellCheckAnswers(
            all.SelectMany(item => item.Comments.Select(comment => (item.Text, comment))).ToLookup(item => item.Text, item => item.comment),
            _unjudged.ToImmutableDictionary());
    }

    private async Task<ImmutableArray<(string Text, ImmutableArray<ShellCheckComment> Comments)>> AskAsync(
        ImmutableArray<string> texts, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("shellcheck-");
        try
        {
            var (longer, shorter) = (texts.Where(text => text.Length > LongScript), texts.Where(text => text.Length <= LongScript).ToList());
            var share = Math.Clamp((shorter.Count + Processors - 1) / Processors, FewestScripts, MostScripts);
            var runs = longer.OrderByDescending(text => text.Length).Select(text => (string[])[text]).Concat(shorter.Chunk(share)).ToList();
            var said = new IEnumerable<(string, ImmutableArray<ShellCheckComment>)>[runs.Count];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, runs.Count),
                new ParallelOptions { MaxDegreeOfParallelism = Processors, CancellationToken = cancellation },
                async (index, stop) => said[index] = await AskAsync(Path.Combine(folder.FullName, $"{index}"), runs[index], stop));
            return [.. said.SelectMany(part => part)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A part that fails is halved until the text is alone that it fails for.</summary>
    private async Task<IEnumerable<(string Text, ImmutableArray<ShellCheckComment> Comments)>> AskAsync(
        string folder, string[] texts, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(folder, texts, cancellation);
        }
        catch (ToolFailedException) when (texts.Length > 1 && _unjudged.Count < MostFailures)
        {
            var half = texts.Length / 2;
            return
            [
                .. await AskAsync(folder + "a", texts[..half], cancellation),
                .. await AskAsync(folder + "b", texts[half..], cancellation),
            ];
        }
        catch (ToolFailedException failed)
        {
            foreach (var text in texts)
                _unjudged[text] = failed.Message.Split('\n')[0];
            return [];
        }
    }

    private async Task<IEnumerable<(string Text, ImmutableArray<ShellCheckComment> Comments)>> RunAsync(
        string folder, string[] texts, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        for (var index = 0; index < texts.Length; index++)
            await File.WriteAllTextAsync(Path.Combine(folder, Name(index)), texts[index], cancellation);
        var result = await runner.RunAsync(ShellCheckCommand.Check(folder, [.. Enumerable.Range(0, texts.Length).Select(Name)]), cancellation);
        var comments = ShellCheckJson.Read(result.Output);
        if ((result.ExitCode == 0) != comments.IsEmpty)
        {
            throw new ToolFailedException(
                $"ShellCheck ended with exit code {result.ExitCode} and {comments.Length} findings, which contradict each other.");
        }

        var byScript = comments.ToLookup(comment => Index(comment.Script, texts.Length));
        return [.. texts.Select((text, index) => (text, byScript[index].ToImmutableArray()))];
    }

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static int Index(string name, int count) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < count
            ? index
            : throw new ToolFailedException($"ShellCheck reported about `{name}`, which it was not asked about.");

    [GeneratedRegex(@"^ShellCheck\b[\s\S]*^version: (\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex VersionLine();
}
