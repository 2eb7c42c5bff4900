using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Cli;

/// <summary><c>config check</c>: shows what counts and where it comes from, with advice, or why the proxy would not start.</summary>
internal static class ConfigCheckCommand
{
    public static int Run(CommandContext context)
    {
        var settings = Settings.Load(context.Environment, context.WorkingDirectory);
        var output = context.Output;
        output.WriteLine(settings.File is { } file ? $"configuration file: {file.Path}" : "configuration file: none");
        foreach (var variable in ConfigurationState.Variables(settings))
            output.WriteLine($"  {variable.Name,-30} {Show(settings, variable)}");
        foreach (var warning in settings.Warnings)
            output.WriteLine($"warning: {warning}");
        var options = ProxyOptions.Read(settings);
        output.WriteLine(
            $"would listen on {options.Listen.Host} port {options.Listen.Port} {(options.ClientKey is null ? "without" : "with")} a client key");
        ShowUpstreams(output, settings, options);
        output.WriteLine($"would judge tool calls for auto mode {DescribeJudges(options)}");
        return CommandLine.Done;
    }

    private static void ShowUpstreams(TextWriter output, Settings settings, ProxyOptions options)
    {
        output.WriteLine($"would send to {Describe(options.Upstream)}");
        foreach (var provider in options.Providers)
            output.WriteLine($"would send {provider.Id}/… to {Describe(provider)}");
        foreach (var route in new ModelCatalogue(options, new ModelRouter(options)).All)
        {
            output.WriteLine($"  {route.ClientModel,-30} {Describe(options, route)}");
            for (var next = route.Fallback; next is not null; next = next.Fallback)
                output.WriteLine($"  {"",-30} when that fails {Describe(options, next)}");
        }

        var advice = options.Providers.Prepend(options.Upstream).SelectMany(UpstreamAdvice.ForUpstream)
            .Concat(UpstreamAdvice.ForTiers(settings, options));
        foreach (var line in advice)
            output.WriteLine($"advice: {line}");
    }

    private static string Describe(UpstreamOptions upstream) =>
        $"{upstream.Name} ({upstream.Provider})" + (upstream.Keys.Length > 1 ? $" with {upstream.Keys.Length} keys in turn" : "");

    private static string Describe(ProxyOptions options, Route route)
    {
        var upstream = route.Upstream.Length == 0 ? options.Upstream : options.Providers.First(provider => provider.Id == route.Upstream);
        return $"{route.UpstreamModel} at {upstream.Name} by {route.Api}";
    }

    private static string DescribeJudges(ProxyOptions options)
    {
        var model = new ModelRouter(options).FindJudge()?.UpstreamModel ?? "the model that made them";
        return options.Safeguards.Mode switch
        {
            SafeguardMode.Off => "not at all",
            SafeguardMode.Rules => "by rules alone",
            SafeguardMode.Model => $"by {model}",
            _ => $"by rules, then by {model}",
        };
    }

    private static string Show(Settings settings, Variable variable)
    {
        if (settings.FindInEitherCase(variable) is not { } value)
            return variable.Default.Length == 0 ? "not set" : $"{variable.Default} (default)";
        // URLs may carry a password, keys are keys: that they are set is enough.
        var shown = variable.IsSecret || value.Contains('@', StringComparison.Ordinal) ? "set, not shown" : value;
        return $"{shown} (from {settings.Origin(variable)})";
    }
}
