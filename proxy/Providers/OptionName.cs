namespace ClaudeCodeProxy.Providers;

/// <summary>A name of an option.</summary>
internal sealed class OptionName(RequestOption option, string name)
{
    public RequestOption Option => option;

    public string Name => name;
}
