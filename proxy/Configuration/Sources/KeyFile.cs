using System.Collections.Immutable;

namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>Reads keys from their variable, or from the file that another variable names (a mounted secret).</summary>
internal static class KeyFile
{
    private const char Comma = ',';

    public static Secret? Read(Settings settings, Variable key, Variable file) =>
        Find(settings, key, file) is { } found ? Check(found.Text.Trim(), found.Origin) : null;

    /// <summary>Keys have commas between them, in a file also line ends.</summary>
    public static ImmutableArray<Secret> ReadAll(Settings settings, Variable key, Variable file)
    {
        if (Find(settings, key, file) is not { } found)
            return [];
        char[] separators = found.Origin == key.Name ? [Comma] : [Comma, '\n'];
        var keys = found.Text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return keys.Length == 0 ? [Check("", found.Origin)] : [.. keys.Distinct(StringComparer.Ordinal).Select(text => Check(text, found.Origin))];
    }

    private static (string Text, string Origin)? Find(Settings settings, Variable key, Variable file)
    {
        var path = settings.Find(file);
        if (settings.Find(key) is not { } value)
            return path is null ? null : (ReadFile(path, file), path);
        if (path is not null)
            throw new ConfigurationException($"{key.Name} and {file.Name} are both set. Keep one.");
        return (value, key.Name);
    }

    private static string ReadFile(string path, Variable file)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{file.Name} names {path}, which cannot be read: {FileProblem.Explain(e)}.");
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
