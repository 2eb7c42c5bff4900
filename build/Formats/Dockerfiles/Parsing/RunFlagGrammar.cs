namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>The values of RUN's flags, as far as they are known before variables are.</summary>
internal static class RunFlagGrammar
{
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Check(Instruction run) => run.Flags.Select(CheckFlag).FirstOrDefault(wrong => wrong is not null);

    private static string? CheckFlag(InstructionFlag flag) => (flag.Name, flag.Value) switch
    {
        ("network", not ("default" or "none" or "host")) => $"--network is `{flag.Value}`; it can be default, none or host",
        ("security", not ("insecure" or "sandbox")) => $"--security is `{flag.Value}`; it can be sandbox or insecure",
        ("mount", { } options) => CheckMount(options),
        _ => null,
    };

    private static string? CheckMount(string options)
    {
        var from = options.Split(',').FirstOrDefault(option => option.StartsWith("from=", StringComparison.OrdinalIgnoreCase))?[5..];
        var variable = from?.IndexOf('$', StringComparison.Ordinal) ?? -1;
        return variable >= 0 && variable != from!.Length - 1
            ? $"--mount has `from={from}`; variables are not expanded there: name a stage `FROM {from} AS name` and mount from it"
            : null;
    }
}
