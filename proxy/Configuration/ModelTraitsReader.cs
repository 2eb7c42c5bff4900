using System.Globalization;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Providers.Schemas;

namespace ClaudeCodeProxy.Configuration;

/// <summary>
/// Reads what the operator knows of models: <c>name=trait:value trait:value,prefix*=…</c>, with <c>|</c> between several values.
/// </summary>
internal static class ModelTraitsReader
{
    private const string Known =
        "output:TOKENS, input:TOKENS, reasons:yes|no, efforts:none|minimal|low|medium|high|xhigh|max, api:chat|responses, " +
        "replay:never|thoughts|calls|always, template:mistral, tools:NUMBER, schemas:FEATURE and refuses:OPTION";

    public static IEnumerable<ModelRule<ModelTraits>> Read(Settings settings) =>
        from rule in Enumerable.Reverse(ModelPattern.ReadMap(settings, Variable.ModelTraits))
        select new ModelRule<ModelTraits>(rule.Pattern, ReadTraits(rule.Value));

    private static ModelTraits ReadTraits(string text)
    {
        var traits = ModelTraits.Unknown;
        foreach (var trait in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = trait.Split(':', 2);
            traits = traits.With((parts.Length == 2 ? ReadTrait(parts[0], parts[1]) : null) ?? throw Unknown(trait));
        }

        return traits;
    }

    private static ModelTraits? ReadTrait(string name, string value) => (name, value) switch
    {
        ("output", _) when ReadCount(value) is { } tokens => new ModelTraits { MaxOutputTokens = tokens },
        ("input", _) when ReadCount(value) is { } tokens => new ModelTraits { MaxInputTokens = tokens },
        ("reasons", "yes" or "no") => new ModelTraits { Reasons = value == "yes" },
        ("efforts", _) => new ModelTraits { Efforts = ReadEfforts(value.Split('|')) },
        ("api", "chat" or "responses") => new ModelTraits { Api = value == "chat" ? Api.ChatCompletions : Api.Responses },
        ("replay", "never") => new ModelTraits { Replay = ReasoningReplay.Never },
        ("replay", "thoughts") => new ModelTraits { Replay = ReasoningReplay.WhereThought },
        ("replay", "calls") => new ModelTraits { Replay = ReasoningReplay.BesideCalls },
        ("replay", "always") => new ModelTraits { Replay = ReasoningReplay.Everywhere },
        ("template", "mistral") => new ModelTraits { HasMistralTemplate = true },
        ("tools", _) when ReadCount(value) is { } tools => new ModelTraits { MaxTools = tools },
        ("schemas", _) => new ModelTraits { RefusesInSchemas = ReadFeatures(value) },
        ("refuses", _) => new ModelTraits { Refuses = ReadOptions(value) },
        _ => null,
    };

    private static int? ReadCount(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;

    private static EffortLevel[] ReadEfforts(string[] names)
    {
        foreach (var name in names)
            _ = EffortLevels.Find(name) ?? throw Unknown($"efforts:{name}");
        return EffortLevels.FindAll(names);
    }

    private static RequestOption ReadOptions(string value)
    {
        var options = RequestOption.None;
        foreach (var name in value.Split('|'))
            options |= ReadOption(name);
        return options;
    }

    private static RequestOption ReadOption(string name) => RequestOptions.Find(name) ?? throw new ConfigurationException(
        $"{Variable.ModelTraits.Name} holds refuses:{name}. Options are "
        + $"{string.Join(", ", RequestOptions.All.Select(static option => option.Name))}.");

    private static SchemaFeature ReadFeatures(string value)
    {
        var features = SchemaFeature.None;
        foreach (var name in value.Split('|'))
            features |= ReadFeature(name);
        return features;
    }

    private static SchemaFeature ReadFeature(string name) => SchemaFeatures.Find(name) ?? throw new ConfigurationException(
        $"{Variable.ModelTraits.Name} holds schemas:{name}. Features are core, "
        + $"{string.Join(", ", SchemaFeatures.All.Select(static row => row.Name))}.");

    private static ConfigurationException Unknown(string trait) =>
        new($"{Variable.ModelTraits.Name} holds '{trait}'. Traits are {Known}.");
}
