namespace ClaudeCodeProxy.Configuration;

/// <summary>The upstream models that stand for Anthropic's tiers.</summary>
internal sealed record ModelOptions(string Opus, string Sonnet, string Haiku)
{
    public static ModelOptions Read(Settings settings) =>
        new(Model(settings, Variable.OpusModel), Model(settings, Variable.SonnetModel), Model(settings, Variable.HaikuModel));

    private static string Model(Settings settings, Variable variable) => settings.Find(variable) ?? variable.Default;
}
