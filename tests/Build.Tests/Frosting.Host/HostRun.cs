using System.Text.RegularExpressions;
using Cake.Core;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Build.Tests.Frosting.Host;

/// <summary>One run of a host with some tasks: its exit code, what the user saw, what happened.</summary>
internal sealed partial record HostRun(int ExitCode, string Seen, IReadOnlyList<string> Happened)
{
    public static HostRun Of(IEnumerable<Type> tasks, params string[] args) => Of(tasks, _ => { }, args);

    public static HostRun Of(IEnumerable<Type> tasks, Action<CakeHost> configure, params string[] args)
    {
        var journal = new Journal();
        using var writer = new StringWriter { NewLine = "\n" };
        var host = new CakeHost().UseContext<JournalContext>().ConfigureServices(services =>
        {
            services.AddSingleton(journal).AddSingleton<IConsole>(new RecordedConsole(writer)).AddSingleton(PlainConsole(writer));
            foreach (var task in tasks)
                services.AddSingleton(typeof(IFrostingTask), task);
        });
        configure(host);
        var exitCode = host.Run(args);
        return new(exitCode, Stable(writer.ToString()), journal.Entries);
    }

    private static IAnsiConsole PlainConsole(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 120;
        return console;
    }

    private static string Stable(string seen) =>
        Space().Replace(Time().Replace(seen.Replace("\r\n", "\n", StringComparison.Ordinal), "(time)"), "\n").Trim('\n');

    [GeneratedRegex(@"\d\d:\d\d:\d\d\.\d{7}")]
    private static partial Regex Time();

    [GeneratedRegex(@"[ ]+\n")]
    private static partial Regex Space();
}
