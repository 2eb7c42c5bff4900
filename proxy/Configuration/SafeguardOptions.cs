using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Configuration;

/// <summary>How tool calls are checked before a client carries them out.</summary>
/// <param name="mode">Who judges.</param>
/// <param name="model">The models that are asked, as clients would call them, with commas between; null for the haiku tier's.</param>
/// <param name="timeout">How long a model may take; after that there is no verdict.</param>
internal sealed class SafeguardOptions(SafeguardMode mode, string? model, TimeSpan timeout)
{
    public static readonly SafeguardOptions Default = new(SafeguardMode.On, null, TimeSpan.FromSeconds(15));

    public SafeguardMode Mode => mode;

    public string? Model => model;

    public TimeSpan Timeout => timeout;

    public static SafeguardOptions Read(Settings settings) => new(
        ReadMode(settings.Find(Variable.Safeguards) ?? Variable.Safeguards.Default),
        settings.Find(Variable.SafeguardsModel),
        TimeSpan.FromSeconds(ProxyOptions.ReadNumber(settings, Variable.SafeguardsTimeout, 1, 600)));

    private static SafeguardMode ReadMode(string text) => text switch
    {
        "on" => SafeguardMode.On,
        "rules" => SafeguardMode.Rules,
        "model" => SafeguardMode.Model,
        "off" => SafeguardMode.Off,
        _ => throw new ConfigurationException($"{Variable.Safeguards.Name} is {text}, which is none of on, rules, model and off."),
    };
}
