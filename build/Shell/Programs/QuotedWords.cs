namespace ContainerSecurity.Shell.Programs;

/// <summary>Quotes words as a shell text: <c>["sh", "-c", "a | b"]</c> is <c>'sh' '-c' 'a | b'</c>. The text is only parsed, never run.</summary>
internal static class QuotedWords
{
    public static string Join(IEnumerable<string> words) =>
        string.Join(' ', words.Select(word => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'"));
}
