using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace Proxy.Tests.Configuration;

/// <summary>Reads options from an environment that holds these variables and nothing else.</summary>
internal static class Configured
{
    public static ProxyOptions Options(params (string Name, string Value)[] environment) => ProxyOptions.Read(Settings(environment));

    /// <summary>With a default upstream that needs nothing more.</summary>
    public static ProxyOptions WithKey(params (string Name, string Value)[] environment) => Options([("OPENAI_API_KEY", "k"), .. environment]);

    public static Settings Settings(params (string Name, string Value)[] environment) =>
        ClaudeCodeProxy.Configuration.Sources.Settings.Load(environment.ToDictionary(pair => pair.Name, pair => pair.Value), "/nowhere");

    /// <summary>The error of a configuration that cannot serve, which names a variable.</summary>
    public static void Fails(string naming, params (string Name, string Value)[] environment)
    {
        var error = Assert.Throws<ConfigurationException>(() => WithKey(environment));
        Assert.Contains(naming, error.Message, StringComparison.Ordinal);
    }
}
