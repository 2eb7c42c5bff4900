namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>One <c>name=value</c>.</summary>
internal readonly record struct NameValue(string Name, string Value)
{
    public static NameValue Parse(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new NameValue(word, "") : new NameValue(word[..equals], word[(equals + 1)..]);
    }
}
