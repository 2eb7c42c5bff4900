namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>A file of the repository that commands find where they run, and what it holds.</summary>
/// <param name="path">Relative to the repository.</param>
/// <param name="text">Empty for one that cannot be read; then <see cref="Unread"/> says why.</param>
internal sealed class KnownFile(string path, string text)
{
    public string Path => path;

    public string Text => text;

    /// <summary>Why nobody knows what it does, as a sentence; null for a text.</summary>
    public string? Unread { get; init; }

    /// <summary>It is a program by itself, of which nothing is expected to be readable.</summary>
    public bool IsProgram { get; init; }

    public Value Content => field ??= new Value(text) { File = this };

    /// <summary>The text as a shell reads it.</summary>
    public ShellScript Script => field ??= ShellScript.Parse(text);

    /// <summary>Whether a text is this file's, from its first line on, so that its lines are the file's too.</summary>
    public bool Begins(string code) => code.Length > 0 == text.Length > 0 && text.StartsWith(code, StringComparison.Ordinal);
}

/// <summary>A folder of which files are looked at only when somebody asks for one.</summary>
internal interface IKnownFolder
{
    /// <param name="path">Below the folder; empty for the folder itself, which may be a single file.</param>
    /// <returns>Null where there is no such file.</returns>
    Value? File(string path);

    /// <returns>The names of files in a folder below it, in order.</returns>
    IEnumerable<string> Names(string path);
}
