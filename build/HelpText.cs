using System.Reflection;
using Cake.Frosting;
using ContainerSecurity.Findings;
using ContainerSecurity.Options;

namespace ContainerSecurity;

/// <summary>The help text: targets from the tasks themselves, options from the table.</summary>
internal static class HelpText
{
    public static bool IsRequested(IReadOnlyList<string> arguments) => arguments.Any(argument => argument is "--help" or "-h" or "-?");

    /// <summary>Name and description of every target, in alphabetical order.</summary>
    public static IReadOnlyList<(string Name, string Description)> Targets { get; } =
    [
        .. typeof(HelpText).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(IFrostingTask).IsAssignableFrom(type))
            .Select(type => (
                type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name,
                type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? ""))
            .OrderBy(target => target.Item1, StringComparer.Ordinal),
    ];

    public static int Write(TextWriter output)
    {
        output.WriteLine("usage: ./build.sh --target=TARGET [--option=value …]");
        output.WriteLine();
        output.WriteLine("targets");
        foreach (var (name, description) in Targets)
            output.WriteLine($"  {name,-14} {description}");
        output.WriteLine();
        output.WriteLine("options");
        foreach (var option in OptionTable.All)
            WriteOption(output, option.Usage, option.Meaning);
        WriteOption(output, "--tree, --dryrun, --exclusive", "show the target's tasks, go through them without running, run the target alone");
        WriteOption(output, "--verbosity=LEVEL", "quiet, minimal, normal, verbose or diagnostic");
        WriteOption(output, "--no-install", "build.sh: install nothing, print what is missing instead");
        output.WriteLine();
        output.WriteLine($"exit codes: {string.Join(", ", ExitCodes.All.Select(code => $"{code.Value} {code.Meaning}"))}");
        return ExitCodes.Passed;
    }

    private static void WriteOption(TextWriter output, string usage, string meaning)
    {
        output.WriteLine($"  {usage}");
        output.WriteLine($"      {meaning}");
    }
}
