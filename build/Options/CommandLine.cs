using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Options;

/// <summary>
/// The command line, split into the suite's options and the arguments of the Frosting host. Every argument must be known to one of them.
/// </summary>
/// <param name="HostArguments">Passed on to the host unchanged.</param>
internal sealed record CommandLine(BuildOptions Options, ImmutableArray<string> HostArguments)
{
    /// <exception cref="InputException">An unknown option, a missing value or a bad one.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments, string root)
    {
        var options = new BuildOptions { Rids = [NativeRid], Output = Path.Combine(root, "artifacts") };
        var host = ImmutableArray.CreateBuilder<string>();
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (!IsLong(argument) || IsOfTheHost(argument))
                host.Add(argument);
            else
                options = Apply(options, argument, arguments, ref index);
        }

        RequireKnown(host);
        if (options is { Image: not null, Input: not null })
            throw new InputException("--image and --input both name the image to check. Give one of them.");

        if (options is { Offline: true, TrivyServer.IsLoopback: false })
            throw new InputException("--offline and --trivy-server contradict each other: the server is not on this machine. Leave one of them out.");

        if (ReleaseOptions.Are(host))
            options = ReleaseOptions.Require(options, [.. arguments.Where(IsLong).Select(NameOf)]);
        var isDiagnostic = host.Any(argument => argument is "--verbosity=diagnostic" or "-v=diagnostic");
        return new CommandLine(options with { Command = RepeatCommand.Of(arguments), IsDiagnostic = isDiagnostic }, host.ToImmutable());
    }

    private static string NativeRid => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    private static bool IsLong(string argument) => argument.StartsWith("--", StringComparison.Ordinal);

    private static bool IsOfTheHost(string argument) => OptionTable.HostOptions.Contains(NameOf(argument));

    private static BuildOptions Apply(BuildOptions options, string argument, IReadOnlyList<string> arguments, ref int index)
    {
        var option = OptionTable.All.FirstOrDefault(entry => entry.Name == NameOf(argument)) ?? throw Unknown(argument);
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0)
            return option.Apply(options, argument[(equals + 1)..]);
        if (option.Value is null)
            return option.Apply(options, "true");
        if (index + 1 >= arguments.Count || arguments[index + 1].StartsWith('-'))
            throw new InputException($"--{option.Name}: the value is missing. Write {option.Usage}.");

        return option.Apply(options, arguments[++index]);
    }

    /// <summary>A short option of the host may have its value as the next word; any other word is a mistake.</summary>
    private static void RequireKnown(ImmutableArray<string>.Builder host)
    {
        for (var index = 0; index < host.Count; index++)
        {
            var isValue = index > 0 && host[index - 1].StartsWith('-') && !host[index - 1].Contains('=', StringComparison.Ordinal);
            if (!host[index].StartsWith('-') && !isValue)
                throw new InputException($"{host[index]}: not an option. A target is given as --target={host[index]}; --help lists all.");
        }
    }

    private static InputException Unknown(string argument)
    {
        var name = NameOf(argument);
        var near = OptionTable.All.Select(option => option.Name).Concat(OptionTable.HostOptions).MinBy(known => Distance(known, name))!;
        var hint = Distance(near, name) <= 2 ? $"Did you mean --{near}?" : "--help lists all options.";
        return new InputException($"--{name}: there is no such option. {hint}");
    }

    private static string NameOf(string argument) => argument[2..].Split('=')[0];

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
