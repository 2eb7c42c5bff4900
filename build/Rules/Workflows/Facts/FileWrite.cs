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
