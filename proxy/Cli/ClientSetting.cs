namespace ClaudeCodeProxy.Cli;

/// <summary>A variable of Claude Code that goes with a configuration of the proxy.</summary>
/// <param name="when">With which configurations, for a table.</param>
/// <param name="find">Its value for a configuration; null when it is better left alone.</param>
internal sealed class ClientSetting(string name, string when, string meaning, Func<ClientSituation, string?> find)
{
    public string Name => name;

    public string When => when;

    public string Meaning => meaning;

    public string? Find(ClientSituation situation) => find(situation);
}
