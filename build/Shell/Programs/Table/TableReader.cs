using System.Text;

namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>
/// Reads the table's text. A line at the margin names programs, what they do and what else holds for them: <c>wget wget2: Fetch SavesByName</c>. The
/// indented lines below it say how their words are read, each beginning with a word of <see cref="Set"/>; what is said twice goes on.
/// <c>@Name</c> stands for options that a line <c>@Name …</c> has listed. As text in UTF-8 the table takes a third of what it takes as objects.
/// </summary>
internal static class TableReader
{
    public static void Read(ReadOnlySpan<byte> table, Action<ProgramSpec> add)
    {
        var (lists, spec) = (new Dictionary<string, string>(), (ProgramSpec?)null);
        foreach (var line in Encoding.UTF8.GetString(table).Replace("\r", "", StringComparison.Ordinal).Split('\n'))
        {
            if (line.StartsWith('@'))
            {
                var blank = line.IndexOf(' ');
                lists[line[..blank]] = Join(lists.GetValueOrDefault(line[..blank]), line[(blank + 1)..]);
            }
            else if (line.StartsWith(' '))
            {
                Set(spec ?? throw Wrong(line), line.TrimStart(), lists);
            }
            else if (line.Length > 0)
            {
                Add();
                spec = Begin(line);
            }
        }

        Add();

        void Add()
        {
            if (spec is not null)
                add(spec);
        }
    }

    private static ProgramSpec Begin(string line)
    {
        var colon = line.IndexOf(':');
        var words = line[(colon + 2)..].Split(' ');
        var spec = new ProgramSpec(line[..colon], ActOf(words[0]));
        foreach (var mark in words.AsSpan(1))
        {
            switch (mark)
            {
                case nameof(ProgramSpec.IsSingleDash):
                    spec.IsSingleDash = true;
                    break;
                case nameof(ProgramSpec.TakesOnlyArgumentsAfterDashes):
                    spec.TakesOnlyArgumentsAfterDashes = true;
                    break;
                case nameof(ProgramSpec.FetchesAlways):
                    spec.FetchesAlways = true;
                    break;
                case nameof(ProgramSpec.SavesByName):
                    spec.SavesByName = true;
                    break;
                default:
                    throw Wrong(line);
            }
        }

        return spec;
    }

    private static void Set(ProgramSpec spec, string line, Dictionary<string, string> lists)
    {
        var blank = line.IndexOf(' ');
        var value = line[(blank + 1)..];
        foreach (var (name, options) in lists)
            value = value.Replace(name, options, StringComparison.Ordinal);
        switch (line.AsSpan(0, blank))
        {
            case "sub":
                spec.Sub = value;
                break;
            case "values":
                spec.Values = Join(spec.Values, value);
                break;
            case "flags":
                spec.Flags = Join(spec.Flags, value);
                break;
            case "joined":
                spec.Joined = value;
                break;
            case "language":
                spec.Language = value;
                break;
            case "skip":
                spec.Skip = value == "all" ? int.MaxValue : value[0] - '0';
                break;
            case "ends-after":
                spec.EndsAfter = value[0] - '0';
                break;
            default:
                throw Wrong(line);
        }
    }

    private static string Join(string? before, string next) => string.IsNullOrEmpty(before) ? next : $"{before} {next}";

    private static Act ActOf(string name) => name switch
    {
        nameof(Act.Other) => Act.Other,
        nameof(Act.Fetch) => Act.Fetch,
        nameof(Act.Clone) => Act.Clone,
        nameof(Act.Shell) => Act.Shell,
        nameof(Act.Language) => Act.Language,
        nameof(Act.Filter) => Act.Filter,
        nameof(Act.PowerShell) => Act.PowerShell,
        nameof(Act.Wrap) => Act.Wrap,
        nameof(Act.WrapText) => Act.WrapText,
        nameof(Act.Build) => Act.Build,
        nameof(Act.Unpack) => Act.Unpack,
        nameof(Act.Copy) => Act.Copy,
        nameof(Act.Place) => Act.Place,
        nameof(Act.MakeExecutable) => Act.MakeExecutable,
        nameof(Act.Transform) => Act.Transform,
        nameof(Act.Decompress) => Act.Decompress,
        nameof(Act.Print) => Act.Print,
        nameof(Act.Digest) => Act.Digest,
        nameof(Act.Signature) => Act.Signature,
        nameof(Act.Compare) => Act.Compare,
        nameof(Act.Read) => Act.Read,
        nameof(Act.Install) => Act.Install,
        _ => throw Wrong(name),
    };

    private static FormatException Wrong(string line) => new($"The table of programs cannot be read here: {line}");
}
