namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>A row of <see cref="SchemaFeatures"/>.</summary>
/// <param name="name">As the configuration and the log say it.</param>
/// <param name="meaning">What it is.</param>
/// <param name="remedy">What is done about it where it is refused; nothing is said when it is left out.</param>
internal sealed class SchemaFeatureRow(SchemaFeature feature, string name, string meaning, string remedy = "left out")
{
    public SchemaFeature Feature => feature;

    public string Name => name;

    public string Meaning => meaning;

    public string Remedy => remedy;

    /// <summary>By which errors mean it, in lower case; keywords between quotes need none.</summary>
    public string[] Words { get; init; } = [];
}
