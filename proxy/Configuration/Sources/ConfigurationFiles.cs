namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>
/// Finds the configuration file: the first of <c>./.env</c>, <c>~/.claude/proxy.env</c> and <c>~/.claude-code-proxy</c> that sets
/// one of the proxy's variables.
/// </summary>
internal static class ConfigurationFiles
{
    private const int MaxBytes = 1 << 20;

    public static ConfigurationFile? Find(string workingDirectory, string? home, List<string> warnings)
    {
        if (Read(Path.Combine(workingDirectory, ".env"), true, warnings) is { } local)
            return local;
        if (string.IsNullOrEmpty(home))
            return null;
        return Read(Path.Combine(home, ".claude", "proxy.env"), false, warnings) ?? Read(Path.Combine(home, ".claude-code-proxy"), false, warnings);
    }

    private static ConfigurationFile? Read(string path, bool isFoundByChance, List<string> warnings)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                throw new FormatException($"it is larger than {MaxBytes} bytes");
            var values = EnvFile.Parse(File.ReadAllText(path));
            if (!values.Keys.Any(Variable.IsKnown))
                return null;
            return new ConfigurationFile(path, values, isFoundByChance) { IsReadableByOthers = (File.GetUnixFileMode(path) & OthersMayRead) != 0 };
        }
        catch (Exception e) when (isFoundByChance && e is FormatException or IOException or UnauthorizedAccessException)
        {
            // A foreign folder's file must not keep the proxy from starting, but is never skipped in silence.
            warnings.Add($"{path} is not used: {e.Message}");
            return null;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path} cannot be read: {e.Message}. Correct or remove it.");
        }
    }

    private const UnixFileMode OthersMayRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
}
