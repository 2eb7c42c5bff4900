using ClaudeCodeProxy.Configuration;

namespace ClaudeCodeProxy.Cli;

/// <summary><c>config check</c>: shows what counts and where it comes from, or why the proxy would not start.</summary>
internal static class ConfigCheckCommand
{
    public static int Run(Surroundings surroundings)
    {
        var settings = Settings.Load(surroundings.Environment, surroundings.WorkingDirectory);
        var output = surroundings.Output;
        output.WriteLine(settings.File is { } file ? $"configuration file: {file.Path}" : "configuration file: none");
        foreach (var variable in Variable.All) output.WriteLine($"  {variable.Name,-30} {Show(settings, variable)}");
        foreach (var warning in settings.Warnings) output.WriteLine($"warning: {warning}");
        var options = ProxyOptions.Read(settings);
        output.WriteLine($"would listen on {options.Listen.Host} port {options.Listen.Port} {(options.ClientKey is null ? "without" : "with")} a client key");
        output.WriteLine($"would send to {options.Upstream.Name} ({options.Upstream.Provider})");
        return CommandLine.Done;
    }

    private static string Show(Settings settings, Variable variable)
    {
        if (settings.FindInEitherCase(variable) is not { } value) return variable.Default.Length == 0 ? "not set" : $"{variable.Default} (default)";
        // URLs may carry a password, keys are keys: that they are set is enough.
        var shown = variable.IsSecret || value.Contains('@', StringComparison.Ordinal) ? "set, not shown" : value;
        return $"{shown} (from {settings.Origin(variable)})";
    }
}
