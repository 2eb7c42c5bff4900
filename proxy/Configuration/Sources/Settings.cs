namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>The variables as they count: the environment first, then the configuration file as far as it may be trusted. Empty means unset.</summary>
internal sealed class Settings
{
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly IReadOnlyDictionary<string, string> _fileValues;

    private Settings(IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, string> fileValues) =>
        (_environment, _fileValues) = (environment, fileValues);

    public ConfigurationFile? File { get; private init; }

    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <param name="inUse">The file that counts until now; null at the start.</param>
    public static Settings Load(IReadOnlyDictionary<string, string> environment, string workingDirectory, string? inUse = null)
    {
        var warnings = new List<string>();
        var file = ConfigurationFiles.Find(workingDirectory, environment.GetValueOrDefault("HOME"), warnings, inUse);
        var values = file is null ? [] : DotEnvTrust.Filter(file, environment, warnings);
        if (file is { IsReadableByOthers: true } && values.Keys.Any(Variable.IsSecretName))
            warnings.Add($"{file.Path} holds a key and can be read by other users: chmod 600 it.");

        return new Settings(environment, values) { File = file, Warnings = warnings };
    }

    public string? Find(Variable variable) => NonEmpty(_environment, variable.Name) ?? NonEmpty(_fileValues, variable.Name);

    /// <summary>For variables that the field writes in both cases; lower case comes first, as in curl.</summary>
    public string? FindInEitherCase(Variable variable)
    {
        return InEitherCase(_environment) ?? InEitherCase(_fileValues);

        string? InEitherCase(IReadOnlyDictionary<string, string> values) =>
            NonEmpty(values, variable.Name.ToLowerInvariant()) ?? NonEmpty(values, variable.Name);
    }

    public bool IsOn(Variable variable) => Find(variable) is "1" or "true" or "yes";

    /// <summary>Where a variable's value comes from, for people.</summary>
    public string Origin(Variable variable)
    {
        string[] names = [variable.Name, variable.Name.ToLowerInvariant()];
        if (names.Any(name => NonEmpty(_environment, name) is not null))
            return "environment";
        return Array.Find(names, name => NonEmpty(_fileValues, name) is not null) is { } found ? File!.PlaceOf(found) : "default";
    }

    /// <summary>Reads something of these; what is wrong with a variable that the file sets is said with its line.</summary>
    public T Located<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ConfigurationException e) when (Locate(e.Message) is { Length: > 0 } places)
        {
            throw new ConfigurationException($"{e.Message} ({places})");
        }
    }

    /// <summary>Where in the file those variables are set that a message names; empty when it names none of the file's.</summary>
    private string Locate(string message)
    {
        var words = message.Split([' ', ',', '.', ':', ';', '=', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var places = words.Distinct().Where(word => NonEmpty(_fileValues, word) is not null && NonEmpty(_environment, word) is null)
            .Select(word => $"{word}: {File!.PlaceOf(word)}");
        return string.Join(", ", places);
    }

    private static string? NonEmpty(IReadOnlyDictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
