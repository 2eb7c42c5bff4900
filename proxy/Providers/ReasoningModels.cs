namespace ClaudeCodeProxy.Providers;

/// <summary>Knows by name which models reason before they respond, and what follows from it; the network is not asked.</summary>
internal static class ReasoningModels
{
    private static readonly string[] Families = ["o1", "o2", "o3", "o4", "codex-mini"];

    /// <summary>Sold by OpenAI through the Responses API alone.</summary>
    private static readonly string[] ResponsesOnly = ["-codex", "-pro", "-deep-research"];

    public static bool Includes(string model)
    {
        var name = ModelFamily.WithoutVendor(model);
        if (ModelFamily.GptVersion(name) is { } version)
            return version.Major >= 5 && !IsChat(name);
        foreach (var family in Families)
        {
            if (ModelFamily.Includes(family, name))
                return true;
        }

        return false;
    }

    /// <summary>Whether the chat API refuses reasoning together with tools: GPTs after 5.2.</summary>
    public static bool RefuseEffortWithTools(string model)
    {
        var name = ModelFamily.WithoutVendor(model);
        return ModelFamily.GptVersion(name) is { } version && version.CompareTo((5, 2)) > 0 && !IsChat(name);
    }

    /// <summary>Whether OpenAI serves the model best, or only, by its Responses API.</summary>
    public static bool WantResponses(string model)
    {
        if (RefuseEffortWithTools(model))
            return true;
        if (!Includes(model))
            return false;
        var name = ModelFamily.WithoutVendor(model);
        foreach (var member in ResponsesOnly)
        {
            if (name.Contains(member, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return ModelFamily.Includes("codex-mini", name);
    }

    /// <summary>The GPTs that ChatGPT shows do not take an effort.</summary>
    private static bool IsChat(ReadOnlySpan<char> name) => name.Contains("-chat", StringComparison.OrdinalIgnoreCase);
}
