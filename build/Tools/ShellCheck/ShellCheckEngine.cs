using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.ShellCheck;

/// <summary>Checks many scripts with few runs of the installed ShellCheck, each text once.</summary>
internal sealed partial class ShellCheckEngine(IToolRunner runner)
{
    // Each run has a fixed cost and uses one processor.
    private const int FewestScripts = 8;
    private const int MostScripts = 2000;

    /// <exception cref="ToolNotFoundException">ShellCheck is not installed.</exception>
    /// <exception cref="ToolFailedException">It failed, or is a different program.</exception>
    public async Task<string> VersionAsync(CancellationToken cancellation)
    {
        var said = (await runner.RunAsync(ShellCheckCommand.Version, cancellation)).Output;
        return VersionLine().Match(said) is { Success: true } match
            ? match.Groups[1].Value
            : throw new ToolFailedException(
                "The program called shellcheck does not say which version of ShellCheck it is; install Debian's package shellcheck.");
    }

    /// <returns>The comments on each text that has any.</returns>
    public async Task<ILookup<string, ShellCheckComment>> CheckAsync(IEnumerable<string> scripts, CancellationToken cancellation)
    {
        ImmutableArray<string> texts = [.. scripts.Distinct()];
        var folder = Directory.CreateTempSubdirectory("shellcheck-");
        try
        {
            var share = Math.Clamp((texts.Length + Environment.ProcessorCount - 1) / Environment.ProcessorCount, FewestScripts, MostScripts);
            var runs = Enumerable.Range(0, texts.Length).Chunk(share).Select(part => CheckAsync(folder.FullName, texts, part, cancellation));
            var comments = await Task.WhenAll(runs);
            return comments.SelectMany(part => part).ToLookup(comment => texts[Index(comment.Script, texts.Length)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<ImmutableArray<ShellCheckComment>> CheckAsync(
        string folder, ImmutableArray<string> texts, int[] part, CancellationToken cancellation)
    {
        foreach (var index in part)
            await File.WriteAllTextAsync(Path.Combine(folder, Name(index)), texts[index], cancellation);
        var result = await runner.RunAsync(ShellCheckCommand.Check(folder, [.. part.Select(Name)]), cancellation);
        var comments = ShellCheckJson.Read(result.Output);
        return (result.ExitCode == 0) == comments.IsEmpty
            ? comments
            : throw new ToolFailedException(
                $"ShellCheck ended with exit code {result.ExitCode} and {comments.Length} findings, which contradict each other.");
    }

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static int Index(string name, int count) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < count
            ? index
            : throw new ToolFailedException($"ShellCheck reported about `{name}`, which it was not asked about.");

    [GeneratedRegex(@"^ShellCheck\b[\s\S]*^version: (\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex VersionLine();
}
