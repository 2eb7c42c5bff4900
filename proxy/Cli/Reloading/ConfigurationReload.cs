using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Server.Exchanges;

namespace ClaudeCodeProxy.Cli.Reloading;

/// <summary>
/// Reads the configuration again and hands it to a proxy that serves. What cannot be read or served changes nothing: what was before counts.
/// </summary>
/// <param name="listening">Where the proxy listens, for good.</param>
/// <param name="apply">Serves by new options; throws a <see cref="ConfigurationException"/> when that is not possible.</param>
internal sealed class ConfigurationReload(
    IReadOnlyDictionary<string, string> environment, string workingDirectory, Settings settings, LogOutput log, ListenAddress listening,
    Action<ProxyOptions> apply)
{
    private readonly Lock _one = new();
    private Settings _settings = settings;
    private ConfigurationState _state = ConfigurationState.Read(settings);

    /// <summary>Files whose change may change the configuration, those that could be put there included.</summary>
    public IEnumerable<string> Files =>
        ConfigurationFiles.Places(workingDirectory, environment.GetValueOrDefault("HOME")).Concat(_state.Files);

    /// <param name="isAsked">Somebody waits for a word even when nothing has changed.</param>
    public void Run(bool isAsked)
    {
        lock (_one)
        {
            try
            {
                Read(isAsked);
            }
            catch (ConfigurationException e)
            {
                log.Warn($"not reloaded, the configuration of before counts: {e.Message}");
            }
            catch (Exception e)
            {
                log.Warn($"not reloaded, the configuration of before counts: unexpected {e.GetType().Name}");
            }
        }
    }

    private void Read(bool isAsked)
    {
        var settings = Settings.Load(environment, workingDirectory, _settings.File?.Path);
        var state = ConfigurationState.Read(settings);
        var changes = state.DifferencesFrom(_state);
        var readOnce = Variable.ReadOnce.Select(static variable => variable.Name).Where(changes.Contains).ToArray();
        var reloaded = changes.Except(readOnce).ToArray();
        if (reloaded.Length > 0)
            apply(ProxyOptions.Read(settings, listening));
        foreach (var warning in settings.Warnings.Except(_settings.Warnings))
            log.Warn(warning);
        (_settings, _state) = (settings, state);
        if (reloaded.Length > 0)
            log.Say($"reloaded: {string.Join(", ", reloaded)} changed; requests under way go on as they began");
        else if (isAsked && readOnce.Length == 0)
            log.Say("reloaded: nothing has changed");
        foreach (var name in readOnce)
            log.Warn($"{name} has changed, which counts from the next start");
    }
}
