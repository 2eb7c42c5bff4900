using System.Collections.Immutable;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>Reads which packages a command installs.</summary>
internal static class PackageManagers
{
    /// <summary>The words after which package names follow, by program.</summary>
    private static readonly ImmutableDictionary<string, string[]> Verbs = new Dictionary<string, string[]>
    {
        ["apt-get"] = ["install", "build-dep", "reinstall"],
        ["apt"] = ["install", "build-dep", "reinstall"],
        ["aptitude"] = ["install"],
        ["dpkg"] = ["-i", "--install", "--unpack"],
        ["apk"] = ["add"],
        ["dnf"] = ["install", "localinstall", "groupinstall"],
        ["microdnf"] = ["install"],
        ["yum"] = ["install", "localinstall", "groupinstall"],
        ["rpm"] = ["-i", "-U", "-ivh", "-Uvh", "--install", "--upgrade"],
        ["zypper"] = ["install", "in"],
        ["pacman"] = ["-S", "-Sy", "-Syu", "-U"],
        ["pip"] = ["install"],
        ["pip3"] = ["install"],
        ["pipx"] = ["install", "run"],
        ["uv"] = ["add", "install"],
        ["npm"] = ["install", "i", "add", "ci", "exec"],
        ["npx"] = [""],
        ["yarn"] = ["add", "install", "global"],
        ["pnpm"] = ["add", "install", "i", "dlx"],
        ["gem"] = ["install"],
        ["cargo"] = ["install"],
        ["go"] = ["install", "get"],
        ["brew"] = ["install"],
        ["snap"] = ["install"],
        ["conda"] = ["install", "create"],
        ["composer"] = ["require", "install"],
        ["dotnet"] = ["tool", "workload"],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly string[] OptionsWithValue = ["-o", "-t", "-c", "--option", "--target-release", "--config-file", "--repository", "-X"];

    public static bool IsPackageManager(string program) => Verbs.ContainsKey(program);

    /// <summary>Null for a command that installs nothing.</summary>
    public static PackageInstall? ParseInstall(ShellCommand command)
    {
        var effective = EffectiveCommand.From(command);
        var (manager, arguments) = effective.Name.StartsWith("python", StringComparison.Ordinal)
            && effective.Arguments is [{ Text: "-m" }, { Text: "pip" }, ..]
            ? ("pip", effective.Arguments[2..])
            : (effective.Name, effective.Arguments);
        if (!Verbs.TryGetValue(manager, out var verbs))
            return null;
        var verb = verbs is [""] ? -1 : arguments.Select(word => word.Text).ToList().FindIndex(verbs.Contains);
        return verb < 0 && verbs is not [""] ? null : new(manager, [.. Operands(arguments[(verb + 1)..])], command);
    }

    private static IEnumerable<string> Operands(ImmutableArray<ShellWord> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (OptionsWithValue.Contains(words[at].Text))
                at++;
            else if (!words[at].Text.StartsWith('-'))
                yield return words[at].IsLiteral ? words[at].Text : $"{words[at].Text} (known at run time only)";
        }
    }
}
