using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Scripts;

/// <summary>Which files are scripts, and in which language.</summary>
internal static partial class ScriptFile
{
    /// <returns>Null for a name that says nothing.</returns>
    public static ScriptLanguage? LanguageOfName(string path) => Extension().Match(path).Groups["extension"].Value.ToLowerInvariant() switch
    {
        "sh" or "bash" or "ash" or "ksh" or "zsh" or "bats" => ScriptLanguage.Shell,
        "ps1" or "psm1" => ScriptLanguage.PowerShell,
        "cmd" or "bat" => ScriptLanguage.Cmd,
        "py" => ScriptLanguage.Python,
        "js" or "mjs" or "cjs" => ScriptLanguage.JavaScript,
        "pl" => ScriptLanguage.Perl,
        "rb" => ScriptLanguage.Ruby,
        "php" => ScriptLanguage.Php,
        _ => null,
    };

    /// <param name="head">The beginning of the file.</param>
    /// <returns>Null without a line that names an interpreter.</returns>
    public static ScriptLanguage? LanguageOfHead(string head) =>
        FirstLine().Match(head) is { Success: true } line ? LanguageOfProgram(line.Groups["program"].Value) : null;

    /// <param name="program">With or without its folder.</param>
    public static ScriptLanguage LanguageOfProgram(string program) => ProgramName().Match(program.ToLowerInvariant()).Groups["name"].Value switch
    {
        "pwsh" or "powershell" => ScriptLanguage.PowerShell,
        "cmd" => ScriptLanguage.Cmd,
        "python" => ScriptLanguage.Python,
        "node" or "nodejs" => ScriptLanguage.JavaScript,
        "perl" => ScriptLanguage.Perl,
        "ruby" => ScriptLanguage.Ruby,
        "php" => ScriptLanguage.Php,
        var name when ShellName().IsMatch(name) => ScriptLanguage.Shell,
        _ => ScriptLanguage.Other,
    };

    [GeneratedRegex(@"\.(?<extension>[A-Za-z0-9]+)\z")]
    private static partial Regex Extension();

    [GeneratedRegex(@"\A#!\s*\S*/(env\s+(-S\s+)?)?(\S*/)?(?<program>[\w.+-]+)")]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"(^|[/\\])(?<name>[\w-]+?)[0-9.]*(\.exe)?\z")]
    private static partial Regex ProgramName();

    [GeneratedRegex("^(ba|da|a|k|z)?sh$")]
    private static partial Regex ShellName();
}
