using ContainerSecurity.Shell.Flow.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Values;

/// <summary>Files of a project that are only text until somebody builds, tests or runs the project.</summary>
internal static class EditableFiles
{
    private static readonly string[] Hidden =
    [
        ".gitignore", ".gitkeep", ".keep", ".dockerignore", ".editorconfig", ".prettierignore", ".eslintignore", ".npmignore", ".env.example",
        ".env.sample",
        ".nojekyll",
    ];

    private static readonly string[] ScriptEndings =
    [
        ".sh", ".bash", ".zsh", ".ksh", ".csh", ".fish", ".command", ".ps1", ".psm1", ".psd1", ".bat", ".cmd", ".vbs", ".mk", ".service", ".timer",
        ".socket",
        ".desktop", ".plist", ".pth", ".reg", ".applescript", ".scpt", ".so", ".dylib", ".dll", ".exe",
    ];

    private static readonly string[] ScriptNames =
    [
        "makefile", "gnumakefile", "justfile", "rakefile", "jenkinsfile", "vagrantfile", "procfile", "crontab", "package.json", "composer.json",
        "conftest.py",
        "sitecustomize.py", "usercustomize.py", "taskfile.yml", "taskfile.yaml", "azure-pipelines.yml", "bitbucket-pipelines.yml", "appveyor.yml",
        "lefthook.yml", "tiltfile", "snakefile", "sconstruct", "sconscript", "gruntfile.js", "gulpfile.js", "nuget.config", "pip.conf", "bunfig.toml",
        "claude.md", "agents.md", "claude.local.md",
    ];

    // No file of such a name says what is run.
    private static readonly string[] SourceEndings =
    [
        ".ts", ".tsx", ".jsx", ".cs", ".java", ".go", ".rs", ".c", ".h", ".cc", ".cpp", ".hpp", ".txt", ".css", ".scss", ".html", ".vue", ".svelte",
        ".php", ".kt",
        ".swift", ".csv", ".sql", ".rst",
    ];

    /// <summary>Whatever fits a pattern is source or text.</summary>
    public static bool IsSource(string pattern) => pattern.LastIndexOf('.') is >= 0 and var at && Array.IndexOf(SourceEndings, pattern[at..]) >= 0;

    /// <param name="path">Absolute.</param>
    /// <param name="below">The part below the trusted directory, beginning with a slash; empty for the directory itself.</param>
    /// <returns>Why writing it may do more; null where it does not.</returns>
    public static string? WhyNot(string path, string below, bool maySayWhatRuns)
    {
        var name = FilePath.NameOf(path);
        if (below.Contains("/.", StringComparison.Ordinal) && (below.IndexOf("/.", StringComparison.Ordinal) < below.Length - name.Length - 1
            || Array.IndexOf(Hidden, name) < 0))
        {
            return $"{path} is hidden: programs may obey it";
        }

        return !maySayWhatRuns && IsScript(name) ? $"{path} may be run by itself" : null;
    }

    /// <summary>By its name something that is run, or that says what is run.</summary>
    public static bool IsScript(string name)
    {
        var lower = name.ToLowerInvariant();
        foreach (var ending in ScriptEndings)
        {
            if (lower.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return Array.IndexOf(ScriptNames, lower) >= 0 || lower.StartsWith("dockerfile", StringComparison.Ordinal)
            || lower.StartsWith("containerfile", StringComparison.Ordinal) || lower.StartsWith("docker-compose", StringComparison.Ordinal)
            || lower.StartsWith("compose.", StringComparison.Ordinal) || lower.StartsWith("mise.", StringComparison.Ordinal);
    }
}
