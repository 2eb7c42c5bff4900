namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>Reads a key from its variable, or from the file that another variable names (a mounted secret).</summary>
internal static class KeyFile
{
    public static Secret? Read(Settings settings, Variable key, Variable file)
    {
        var path = settings.Find(file);
        if (settings.Find(key) is { } value)
        {
            if (path is not null)
                throw new ConfigurationException($"{key.Name} and {file.Name} are both set. Keep one.");
            return Check(value.Trim(), key.Name);
        }

        return path is null ? null : Check(ReadFile(path, file), path);
    }

    private static string ReadFile(string path, Variable file)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{file.Name} names {path}, which cannot be read: {e.Message}");
        }
    }

    /// <summary>A key travels in a header: a line break or another control character in it would end or break that header.</summary>
    private static Secret Check(string value, string origin)
    {
        if (value.Length == 0)
            throw new ConfigurationException($"{origin} holds no key.");
        if (value.All(character => character is >= '!' and <= '~'))
            return new Secret(value);
        throw new ConfigurationException($"{origin} holds a character that no key has (a space, a line break, or one beyond ASCII).");
    }
}
