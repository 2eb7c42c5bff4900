using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Gates.Lint;

/// <summary>
/// Finds the script files of the repository that scripts run: <c>./build.sh</c>, <c>bash ci/test.sh</c>, <c>source lib.sh</c>, and those that these
/// run in turn. A file is looked for from the folder of the step, from the repository, and beside the file that names it.
/// </summary>
internal sealed partial class NamedScripts(RepositoryText texts)
{
    /// <summary>Words behind which a file is run.</summary>
    private static readonly string[] Starters =
        ["source", ".", "sudo", "env", "exec", "time", "timeout", "nice", "nohup", "command", "&", "call"];

    private static readonly string[] Roots =
        ["${GITHUB_WORKSPACE}/", "${GITHUB_ACTION_PATH}/", "$env:GITHUB_WORKSPACE/", "$env:GITHUB_ACTION_PATH/", "EXPRESSION/", "${PWD}/"];

    /// <summary>Each file once.</summary>
    public IEnumerable<Script> Find(IEnumerable<Script> scripts)
    {
        var (open, seen) = (new Queue<Script>(scripts), new HashSet<string>(StringComparer.Ordinal));
        while (open.TryDequeue(out var script))
        {
            foreach (var path in FilesRunBy(script).Where(path => seen.Add(path)))
            {
                if (Read(path) is not { } found)
                    continue;
                yield return found;
                open.Enqueue(found);
            }
        }
    }

    private IEnumerable<string> FilesRunBy(Script script) =>
        from name in script.Folder is null ? [] : script.Language is ScriptLanguage.PowerShell ? InPowerShell(script.Text) : InShell(script)
        let path = new[] { name.Folder ?? script.Folder!, "", RepositoryPath.FolderOf(script.Place.File!) }
            .Select(folder => RepositoryPath.Join(folder, name.File))
            .FirstOrDefault(path => path.Length > 0 && !path.StartsWith("..", StringComparison.Ordinal) && texts.Has(path))
        where path is not null
        select path;

    /// <returns>Files with the folder that <c>cd</c> went to.</returns>
    private static IEnumerable<(string File, string? Folder)> InShell(Script script)
    {
        string? folder = null;
        foreach (var command in script.Shell.Commands)
        {
            if (command is { Name: "cd" or "pushd", Arguments: [var target, ..] } && !target.Contains('$'))
                folder = RepositoryPath.Join(folder ?? script.Folder ?? "", target);
            else if (FileOf(command) is { } file)
                yield return (file, folder);
        }
    }

    private static string? FileOf(ShellCommand command)
    {
        foreach (var word in command.Words)
        {
            var text = word.Text.Replace('\\', '/');
            if (Path(text) is { } file)
                return file;
            if (!Starters.Contains(text) && ScriptFile.LanguageOfProgram(text) == ScriptLanguage.Other && !Passed().IsMatch(text))
                return null;
        }

        return null;
    }

    /// <summary>A word that can be a script: a name with a folder, or with the end of one.</summary>
    private static string? Path(string text)
    {
        var root = Roots.FirstOrDefault(root => text.StartsWith(root, StringComparison.OrdinalIgnoreCase));
        var path = root is null ? text : text[root.Length..];
        return path.Length > 0 && (path.Contains('/') || root is not null || ScriptFile.LanguageOfName(path) is not null)
            && !Unknown().IsMatch(path) && path[0] != '/' && path[0] != '-'
            ? path
            : null;
    }

    private static IEnumerable<(string File, string? Folder)> InPowerShell(string text) =>
        from found in PowerShellFile().Matches(text)
        let path = Path(found.Groups["file"].Value.Replace('\\', '/'))
        where path is not null
        select (path, (string?)null);

    private Script? Read(string path)
    {
        try
        {
            return (ScriptFile.LanguageOfName(path) ?? ScriptFile.LanguageOfHead(texts.ReadHead(path))) is { } language
                ? Script.WithLines(path, Place.At(path, 1), texts.Read(path), language)
                : null;
        }
        catch (Exception closed) when (closed is InputException or IOException or UnauthorizedAccessException)
        {
            // A program is not a script; what is too large for one is judged by nobody as a script.
            return null;
        }
    }

    [GeneratedRegex(@"^(-.*|[A-Za-z_]\w*=.*|[0-9]+[smh]?)$")]
    private static partial Regex Passed();

    [GeneratedRegex(@"[\s$*?{}()<>|;,:=]")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"(?<file>(\$env:GITHUB_(WORKSPACE|ACTION_PATH)[/\\])?[\w./\\-]+\.(ps1|psm1|cmd|bat|sh|py))\b", RegexOptions.IgnoreCase)]
    private static partial Regex PowerShellFile();
}
