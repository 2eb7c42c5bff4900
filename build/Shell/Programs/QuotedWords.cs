namespace ContainerSecurity.Shell.Programs;

/// <summary>Writes words as the shell text that would give them: <c>["sh", "-c", "a | b"]</c> is <c>'sh' '-c' 'a | b'</c>. Read only, never run.</summary>
internal static class QuotedWords
{
    public static string Join(IEnumerable<string> words) =>
        string.Join(' ', words.Select(word => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'"));
}
