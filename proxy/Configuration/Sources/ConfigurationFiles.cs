namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>
/// Finds the configuration file: the first of <c>./.env</c>, <c>~/.claude/proxy.env</c> and <c>~/.claude-code-proxy</c> that sets
/// one of the proxy's variables.
/// </summary>
internal static class ConfigurationFiles
{
    private const int MaxBytes = 1 << 20;

    /// <summary>Where one is looked for, in this order; the first is found by chance.</summary>
    public static IEnumerable<string> Places(string workingDirectory, string? home)
    {
        yield return Path.Combine(workingDirectory, ".env");
        if (string.IsNullOrEmpty(home))
            yield break;
        yield return Path.Combine(home, ".claude", "proxy.env");
        yield return Path.Combine(home, ".claude-code-proxy");
    }

    /// <param name="inUse">The file that counts until now, which must not be skipped when it has become unreadable; null at the start.</param>
    public static ConfigurationFile? Find(string workingDirectory, string? home, List<string> warnings, string? inUse)
    {
        var isFoundByChance = true;
        foreach (var path in Places(workingDirectory, home))
        {
            if (Read(path, isFoundByChance, path == inUse ? null : warnings) is { } file)
                return file;
            isFoundByChance = false;
        }

        return null;
    }

    /// <param name="warnings">Where to say that a file found by chance is not used; null when that is an error.</param>
    private static ConfigurationFile? Read(string path, bool isFoundByChance, List<string>? warnings)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                throw new FormatException($"it is larger than {MaxBytes} bytes");
            var lines = new Dictionary<string, int>(StringComparer.Ordinal);
            var values = EnvFile.Parse(File.ReadAllText(path), lines);
            if (!values.Keys.Any(Variable.IsKnown))
                return null;
            var isReadableByOthers = (File.GetUnixFileMode(path) & OthersMayRead) != 0;
            return new ConfigurationFile(path, values, lines, isFoundByChance) { IsReadableByOthers = isReadableByOthers };
        }
        catch (Exception e) when (isFoundByChance && warnings is not null && e is FormatException or IOException or UnauthorizedAccessException)
        {
            // A foreign folder's file must not keep the proxy from starting, but is never skipped in silence.
            warnings.Add($"{path} is not used: {FileProblem.Explain(e)}.");
            return null;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path} cannot be read: {FileProblem.Explain(e)}. Correct or remove it.");
        }
    }

    private const UnixFileMode OthersMayRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
}
