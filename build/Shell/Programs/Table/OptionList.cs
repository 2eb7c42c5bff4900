namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>
/// Options as the table writes them, <c>o&gt;Output output&gt;Output H</c>. They are looked up in that text, which takes less room than a dictionary.
/// </summary>
internal static class OptionList
{
    private const char Arrow = '>';

    /// <summary><see cref="Role.Value"/> for an option without one of its own; null for a name that is not in the list.</summary>
    public static Role? RoleOf(string name, string options)
    {
        for (var at = Find(name, options, 0); at >= 0; at = Find(name, options, at))
        {
            at += name.Length;
            if (at == options.Length || options[at] == ' ')
                return Role.Value;
            if (options[at] == Arrow)
                return Named(WordAt(options, at + 1));
        }

        return null;
    }

    /// <summary>The first option that begins like this; null when none does.</summary>
    public static string? Complete(string name, string options)
    {
        if (Find(name, options, 0) is not (>= 0 and var at))
            return null;
        var option = WordAt(options, at);
        return (option.IndexOf(Arrow) is >= 0 and var arrow ? option[..arrow] : option).ToString();
    }

    /// <returns>Where an option begins with this name; negative when none does.</returns>
    private static int Find(string name, string options, int from)
    {
        if (name.Length == 0 || name.Contains(' ') || name.Contains(Arrow))
            return -1;
        if (from == 0 && options.StartsWith(name, StringComparison.Ordinal))
            return 0;
        var found = options.AsSpan(from).IndexOf($" {name}");
        return found < 0 ? -1 : from + found + 1;
    }

    private static ReadOnlySpan<char> WordAt(string options, int at) =>
        options.AsSpan(at, options.IndexOf(' ', at) is >= 0 and var end ? end - at : options.Length - at);

    private static Role Named(ReadOnlySpan<char> name) => name switch
    {
        nameof(Role.Value) => Role.Value,
        nameof(Role.Output) => Role.Output,
        nameof(Role.Folder) => Role.Folder,
        nameof(Role.RemoteName) => Role.RemoteName,
        nameof(Role.ToOutput) => Role.ToOutput,
        nameof(Role.NoContent) => Role.NoContent,
        nameof(Role.Code) => Role.Code,
        nameof(Role.CodeFirst) => Role.CodeFirst,
        nameof(Role.CodeFile) => Role.CodeFile,
        nameof(Role.Module) => Role.Module,
        nameof(Role.ReadsInput) => Role.ReadsInput,
        nameof(Role.StartsShell) => Role.StartsShell,
        nameof(Role.Address) => Role.Address,
        nameof(Role.Input) => Role.Input,
        nameof(Role.Check) => Role.Check,
        nameof(Role.Extract) => Role.Extract,
        nameof(Role.Variable) => Role.Variable,
        nameof(Role.Pin) => Role.Pin,
        nameof(Role.Descriptor) => Role.Descriptor,
        _ => throw new ArgumentException($"The table of programs names no role of an option: {name}", nameof(name)),
    };
}
