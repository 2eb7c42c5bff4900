using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Harmless.Texts;
using ClaudeCodeProxy.Safeguards.Harmless.Values;
using ContainerSecurity.Shell.Flow.Values;

namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>Judges what a tool reads and writes by where the file lies and what it is.</summary>
internal sealed class FileJudge(SafeguardContext context)
{
    private const string OutsideEnd = "lies outside of the trusted directories";

    private static readonly string[] Temporary = ["/tmp", "/var/tmp", "/private/tmp", "/private/var/folders", "/var/folders", "/dev/shm"];

    private readonly Places _places = new(context);

    /// <summary>A file whose content is shown.</summary>
    public Verdict Read(string? path)
    {
        if (Resolve(path, out var resolved) is { } unknown)
            return unknown;
        var isTrusted = _places.IsTrusted(resolved);
        if (Places.IsPrivate(resolved))
        {
            return isTrusted
                ? Verdict.Undecided($"{resolved} may hold secrets")
                : Verdict.Flag("read-private", $"{resolved} may hold secrets, and {OutsideEnd}.", isHard: true);
        }

        return isTrusted || _places.WhyNotRead(resolved, ["/"], readsContent: true) is null ? Clear(path!, "only-reads") : Outside(resolved);
    }

    /// <summary>Files whose names are shown.</summary>
    /// <param name="path">The folder; null for the working directory.</param>
    /// <param name="pattern">Of names below it, or of absolute paths.</param>
    public Verdict List(string? path, string pattern)
    {
        var literal = pattern[..Math.Max(0, pattern.AsSpan().IndexOfAny('*', '?', '{') is >= 0 and var wild ? wild : pattern.Length)];
        var end = literal.Length == pattern.Length ? literal.Length : literal.LastIndexOf('/') + 1;
        var folder = path is null or "" ? "." : path;
        var start = literal is ['/' or '~', ..] ? literal[..end] : end == 0 ? folder : $"{folder}/{literal[..end]}";
        if (Resolve(start.Length == 0 ? "/" : start, out var resolved) is { } unknown)
            return unknown;
        if (!_places.IsTrusted(resolved))
            return Outside(resolved);
        return $"/{pattern}/".Contains("/../", StringComparison.Ordinal) || pattern.Contains("..", StringComparison.Ordinal)
            ? Verdict.Undecided($"where `{pattern}` leads is not known")
            : Clear(path ?? "", "only-reads");
    }

    /// <summary>Lines of files below a folder, or of one file.</summary>
    /// <param name="pattern">Of the names of files; empty for all.</param>
    public Verdict Search(string? path, string pattern)
    {
        var literal = pattern.Replace("*", "", StringComparison.Ordinal);
        if (pattern.Contains("..", StringComparison.Ordinal) || pattern.StartsWith('/') || (literal.Length > 0 && Places.IsPrivate(literal)))
            return Verdict.Undecided($"files that fit `{pattern}` may hold secrets");
        return path is null or "" ? List(null, "") : Read(path);
    }

    /// <param name="text">All of the new file, or what is put into it.</param>
    public Verdict Write(string? path, string text, bool isWhole)
    {
        if (Resolve(path, out var resolved) is { } unknown)
            return unknown;
        var isTrusted = _places.IsTrusted(resolved);
        if (ProtectedFiles.Find(resolved) is { } does)
        {
            return Verdict.Flag(
                "write-protected", isTrusted ? $"{resolved} {does}." : $"{resolved} {does}, and {OutsideEnd}.", isHard: true);
        }

        if (!isTrusted && Places.IsPrivate(resolved))
            return Verdict.Flag("write-private", $"{resolved} holds what others trust, and {OutsideEnd}.", isHard: true);
        if (!isTrusted)
        {
            return IsTemporary(resolved)
                ? Verdict.Undecided($"{resolved} {OutsideEnd}")
                : Verdict.Flag("write-outside", $"{resolved} {OutsideEnd}.");
        }

        if (text.StartsWith("#!", StringComparison.Ordinal) || EditableFiles.IsScript(FilePath.NameOf(resolved)))
            return JudgeScript(path!, resolved, text, isWhole);
        return _places.WhyNotWrite(path!, [context.WorkingDirectory]) is { } why ? Verdict.Undecided(why) : Clear(path!, "edits-inside");
    }

    private Verdict JudgeScript(string path, string resolved, string text, bool isWhole)
    {
        var verdict = ShellJudge.JudgeScriptText(context, text);
        var mayBeClear = isWhole && ShellJudge.IsShellScript(resolved, text)
            && _places.WhyNotWrite(path, [context.WorkingDirectory], maySayWhatRuns: true) is null;
        return verdict.Judgement == Judgement.Clear && !mayBeClear ? Verdict.Undecided($"{resolved} may be run by itself") : verdict;
    }

    private static bool IsTemporary(string path)
    {
        foreach (var folder in Temporary)
        {
            if (KnownPaths.IsAtOrBelow(path, folder))
                return true;
        }

        return false;
    }

    private Verdict Outside(string resolved) => context.BlocksReadsOutside
        ? Verdict.Flag("read-outside", $"{resolved} {OutsideEnd}, and reading there is switched off.")
        : Verdict.Undecided($"{resolved} {OutsideEnd}");

    private Verdict? Resolve(string? path, out string resolved)
    {
        resolved = "";
        if (string.IsNullOrEmpty(path))
            return Verdict.Undecided("the call names no file");
        if (_places.Resolve(path, context.WorkingDirectory) is not { } found)
            return Verdict.Undecided($"where `{path}` lies is not known");
        resolved = found;
        return null;
    }

    private static Verdict Clear(string path, string rule) => Spelling(path) is { } why ? Verdict.Undecided(why) : Verdict.Clear(rule);

    /// <summary>Why a path may be read as another by somebody.</summary>
    private static string? Spelling(string path)
    {
        if (PlainCharacters.Find(path) is { } unseen || path.AsSpan().IndexOfAny('\n', '\t') >= 0)
            return $"`{path}` holds characters that cannot be seen";
        foreach (var character in path)
        {
            if (character is '\\' or '%' or '$' or '~' || (character > '\x7F' && !char.IsLetterOrDigit(character) && !char.IsSurrogate(character)))
                return $"`{path}` is read differently by different programs";
        }

        return null;
    }
}
