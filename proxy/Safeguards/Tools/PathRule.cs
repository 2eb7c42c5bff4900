using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell;

namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>
/// What a rule says of files, as <c>.gitignore</c> would: <c>//etc/**</c> from the root, <c>~/x</c> from the home directory, <c>/x</c> and
/// <c>./x</c> from where the user works, <c>*.pem</c> anywhere.
/// </summary>
internal sealed class PathRule(string pattern, SafeguardContext context)
{
    private readonly KnownPaths _paths = new(context);

    public bool Matches(string path)
    {
        if (_paths.Resolve(path, context.WorkingDirectory) is not { } resolved)
            return false;
        if (pattern.StartsWith("//", StringComparison.Ordinal))
            return IsAtOrBelow(pattern[1..], resolved);
        if (pattern.StartsWith("~/", StringComparison.Ordinal))
            return IsAtOrBelow($"{context.HomeDirectory}{pattern[1..]}", resolved);
        var local = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[1..] : pattern;
        if (!local.StartsWith('/') && !local.TrimEnd('/').Contains('/'))
            return IsAtOrBelow($"**/{local}", resolved);
        local = local.StartsWith('/') ? local : $"/{local}";
        if (IsAtOrBelow(context.WorkingDirectory.TrimEnd('/') + local, resolved))
            return true;
        foreach (var folder in context.TrustedDirectories)
        {
            if (IsAtOrBelow(folder.TrimEnd('/') + local, resolved))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word of a shell command names such a file.</summary>
    public bool MatchesCommand(string command)
    {
        foreach (var found in ShellScript.Parse(command).Commands)
        {
            foreach (var word in found.Words)
            {
                if (word.Text.Length > 0 && Matches(word.Text))
                    return true;
            }

            foreach (var redirection in found.Redirections)
            {
                if (redirection.Operator is "<" or ">" or ">>" or ">|" && Matches(redirection.Target.Text))
                    return true;
            }
        }

        return false;
    }

    // What names a folder names all that is in it.
    private static bool IsAtOrBelow(string pattern, string path)
    {
        var whole = pattern.TrimEnd('/');
        return TextPattern.Matches(whole, path, hasFolders: true) || TextPattern.Matches($"{whole}/**", path, hasFolders: true)
            || (whole.EndsWith("/**", StringComparison.Ordinal) && TextPattern.Matches(whole[..^3], path, hasFolders: true));
    }
}
