using System.Globalization;

namespace ClaudeCodeProxy.Providers;

/// <summary>The levels of effort that models take: one that they do not know is refused, not rounded.</summary>
internal static class ModelEfforts
{
    private static readonly EffortLevel[] Common = [EffortLevel.Low, EffortLevel.Medium, EffortLevel.High];
    private static readonly EffortLevel[] Gpt5 = [EffortLevel.Minimal, .. Common];
    private static readonly EffortLevel[] Gpt51 = [EffortLevel.None, .. Common];
    private static readonly EffortLevel[] Gpt52 = [EffortLevel.None, .. Common, EffortLevel.XHigh];
    private static readonly EffortLevel[] LaterCodex = [.. Common, EffortLevel.XHigh];
    private static readonly EffortLevel[] LaterPro = [EffortLevel.Medium, EffortLevel.High, EffortLevel.XHigh];

    /// <summary>Of OpenAI's models; what all reasoning models take for a name that tells nothing, such as a deployment's.</summary>
    public static ReadOnlySpan<EffortLevel> Find(string model)
    {
        var name = WithoutVendor(model);
        if (Is(name, "o1-mini") || Is(name, "o1-preview") || Has(name, "-chat"))
            return [];
        if (!Is(name, "gpt-5"))
            return Common;
        var minor = Minor(name);
        if (Has(name, "-pro"))
            return minor < 2 ? Common.AsSpan(2) : LaterPro;
        if (Has(name, "codex"))
            return minor >= 2 || Has(name, "codex-max") ? LaterCodex : Common;
        return minor switch { 0 => Gpt5, 1 => Gpt51, _ => Gpt52 };
    }

    /// <summary>OpenAI's older reasoning models refuse <c>parallel_tool_calls</c>.</summary>
    public static bool RefusesParallelChoice(string model) => WithoutVendor(model) is ['o' or 'O', >= '1' and <= '4', ..];

    /// <summary>OpenAI's open models take an effort on any server.</summary>
    public static bool IsGptOss(string model) => Has(model, "gpt-oss");

    /// <summary>Google's models that think; the older ones refuse an effort.</summary>
    public static bool IsThinkingGemini(string model) => Has(model, "gemini-2.5") || IsGeminiFrom3(model);

    /// <summary>They want a signature on every tool call of the current turn.</summary>
    public static bool IsGeminiFrom3(string model)
    {
        var at = model.IndexOf("gemini-", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && model.AsSpan(at + "gemini-".Length) is [>= '3' and <= '9', ..];
    }

    /// <summary>Of Google's models only these can be told not to think.</summary>
    public static bool CanGeminiStopThinking(string model) => Has(model, "gemini-2.5-flash");

    /// <summary>Of Moonshot's models only these can be told not to think.</summary>
    public static bool CanKimiStopThinking(string model) => Has(model, "kimi-k2.5") || Has(model, "kimi-k2.6");

    /// <summary>Kimi models from K2.5 on refuse any temperature and top_p but their own.</summary>
    public static bool HasFixedSampling(string model) => Has(model, "kimi-k2.") || Has(model, "kimi-k3");

    /// <summary>The 2 of <c>gpt-5.2-codex</c>; 0 where there is none.</summary>
    private static int Minor(ReadOnlySpan<char> name)
    {
        var rest = name["gpt-5".Length..];
        if (rest is not ['.', ..])
            return 0;
        rest = rest[1..];
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor : 0;
    }

    private static ReadOnlySpan<char> WithoutVendor(string model) => model.AsSpan(model.LastIndexOf('/') + 1);

    private static bool Is(ReadOnlySpan<char> name, string beginning) => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    private static bool Has(ReadOnlySpan<char> name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
