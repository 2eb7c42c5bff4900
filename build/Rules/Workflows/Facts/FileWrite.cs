using System.Text.RegularExpressions;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>Something that a script writes into a file of the runner.</summary>
/// <param name="Name">Of the variable or output; null where any may be set.</param>
/// <param name="Line">Of the script's text; 1-based.</param>
internal sealed record FileWrite(RunnerFile File, string? Name, Choice Choice, int Line);

/// <summary>The files by which a step sets something for those behind it.</summary>
internal enum RunnerFile
{
    /// <summary><c>GITHUB_ENV</c>: variables of all later steps.</summary>
    Environment,

    /// <summary><c>GITHUB_PATH</c>: folders in which programs are looked for first.</summary>
    Path,

    /// <summary><c>GITHUB_OUTPUT</c>: outputs of the step.</summary>
    Output,
}

/// <summary>How scripts name the files.</summary>
internal static partial class RunnerFiles
{
    public static bool AreIn(string text) => FileName().IsMatch(text);

    /// <summary>The file that a text names; null for another.</summary>
    public static RunnerFile? In(string text) => FileName().Match(text).Groups["name"].Value switch
    {
        "ENV" => RunnerFile.Environment,
        "PATH" => RunnerFile.Path,
        "OUTPUT" => RunnerFile.Output,
        _ => null,
    };

    [GeneratedRegex(@"\bGITHUB_(?<name>ENV|PATH|OUTPUT)\b")]
    private static partial Regex FileName();
}

/// <summary>The variables of a shell script that hold the paths of the runner's files: those that the runner sets, and what is set to them.</summary>
internal sealed partial class RunnerFileVariables
{
    private readonly Dictionary<string, RunnerFile> _files = [];

    public void Set(string variable, string value)
    {
        if (In(value) is { } file)
            _files[variable] = file;
    }

    public RunnerFile? Of(string variable) => RunnerFiles.In(variable) ?? (_files.TryGetValue(variable, out var file) ? file : null);

    /// <summary>The file whose path a word is; null for another.</summary>
    public RunnerFile? In(string word) => WholeVariable().Match(word) is { Success: true } whole ? Of(whole.Groups["name"].Value) : null;

    /// <summary>Whether a line of the script names the file, and does not only keep its path.</summary>
    public bool AreIn(string line, RunnerFile file) =>
        !Assignment().IsMatch(line)
        && (RunnerFiles.In(line) == file || Variable().Matches(line).Any(variable => Of(variable.Groups["name"].Value) == file));

    [GeneratedRegex(@"^\$\{(?<name>\w+)([:=?-][^}]*)?\}$")]
    private static partial Regex WholeVariable();

    [GeneratedRegex(@"\$\{?(?<name>[A-Za-z_]\w*)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\s*([a-z]+\s+)?\w+=[^\s;&|>]+\s*$")]
    private static partial Regex Assignment();
}
