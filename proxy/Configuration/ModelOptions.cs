using System.Collections.Immutable;
using System.Globalization;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;

namespace ClaudeCodeProxy.Configuration;

/// <summary>
/// The upstream models that stand for Anthropic's tiers and for other names, and what is known of them. A tier without models keeps its name.
/// The first model of a list is asked, and the next when the one before it fails.
/// </summary>
internal sealed class ModelOptions(string? opus, string? sonnet, string? haiku)
{
    public ImmutableArray<string> Opus { get; } = Split(opus, ',');

    public ImmutableArray<string> Sonnet { get; } = Split(sonnet, ',');

    public ImmutableArray<string> Haiku { get; } = Split(haiku, ',');

    /// <summary>Targets by the names that clients say, the most telling first; these count before tiers.</summary>
    public ImmutableArray<ModelRule<string>> Map { get; init; } = [];

    /// <summary>Output limits by upstream model, the most telling first.</summary>
    public ImmutableArray<ModelRule<int>> OutputLimits { get; init; } = [];

    /// <summary>What the configuration says of upstream models, the most telling last.</summary>
    public ImmutableArray<ModelRule<ModelTraits>> Traits { get; init; } = [];

    /// <summary>Models think between tags in their text.</summary>
    public bool ReadThinkTags { get; init; }

    /// <param name="defaultUpstream">An upstream of Anthropic's own protocol knows Anthropic's models by their names.</param>
    public static ModelOptions Read(Settings settings, UpstreamOptions defaultUpstream)
    {
        // OpenRouter's names begin with the vendor's.
        var prefix = defaultUpstream.Provider == Provider.OpenRouter ? "openai/" : "";
        return new ModelOptions(Tier(Variable.OpusModel), Tier(Variable.SonnetModel), Tier(Variable.HaikuModel))
        {
            Map = [.. ModelPattern.ReadMap(settings, Variable.ModelMap)],
            OutputLimits = [.. ReadLimits(settings)],
            Traits = [.. ReadReasoning(settings), .. ModelTraitsReader.Read(settings)],
            ReadThinkTags = settings.IsOn(Variable.ThinkTags),
        };

        string? Tier(Variable variable)
        {
            if (settings.IsOn(Variable.Passthrough))
                return null;
            return settings.Find(variable) ?? (defaultUpstream.IsAnthropic ? null : prefix + variable.Default);
        }
    }

    public static ImmutableArray<string> Split(string? models, char separator) =>
        [.. (models ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>One number is for every model.</summary>
    private static IEnumerable<ModelRule<int>> ReadLimits(Settings settings)
    {
        var text = settings.Find(Variable.MaxOutputTokens) ?? "";
        if (text.Length == 0 || text.Contains('=', StringComparison.Ordinal))
            return ModelPattern.ReadMap(settings, Variable.MaxOutputTokens).Select(ReadLimit);
        return [ReadLimit(new(new ModelPattern("", isPrefix: true), text))];
    }

    private static ModelRule<int> ReadLimit(ModelRule<string> rule)
    {
        var isNumber = int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit);
        if (isNumber && limit > 0)
            return new(rule.Pattern, limit);
        throw new ConfigurationException($"{Variable.MaxOutputTokens.Name} holds {rule.Value}, which is not a number of tokens.");
    }

    private static IEnumerable<ModelRule<ModelTraits>> ReadReasoning(Settings settings)
    {
        var names = (settings.Find(Variable.ReasoningModels) ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Select(name =>
            new ModelRule<ModelTraits>(ModelPattern.Parse(name, Variable.ReasoningModels), new ModelTraits { Reasons = true }));
    }
}
