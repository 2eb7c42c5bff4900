using System.Text;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>
/// The programs that only read and print, each with the options for which that is so. The tables are texts, a third of the size of objects in a
/// native program: a line at the margin names commands and what they take, <c>docker|podman ps|images: Texts</c>, perhaps with <c>tolerant</c>,
/// <c>folders</c> or <c>once</c>. The lines behind a blank are their options, as <see cref="ReadingProgram"/> takes them; <c>@Name</c> stands for
/// those below a line <c>@Name</c>.
/// </summary>
internal static class ReadingPrograms
{
    private static readonly Dictionary<string, ReadingProgram> ByCommand = [];

    static ReadingPrograms()
    {
        Read(ListingPrograms.All);
        Read(ContentPrograms.All);
        Read(TextPrograms.All);
        Read(GitCommands.All);
        Read(ServiceCommands.All);
    }

    /// <param name="command">A program, or with it the words that choose what it does: <c>git stash list</c>.</param>
    public static ReadingProgram? Find(string command) => ByCommand.GetValueOrDefault(command);

    private static void Read(ReadOnlySpan<byte> table)
    {
        var lists = new Dictionary<string, string>();
        var (head, options) = ("", new StringBuilder());
        foreach (var line in Encoding.UTF8.GetString(table).Split('\n'))
        {
            if (line.StartsWith(' '))
            {
                options.Append(line);
                continue;
            }

            End();
            head = line;
        }

        End();

        void End()
        {
            foreach (var (name, list) in lists)
                options.Replace(name, list);
            var text = options.ToString().TrimStart();
            options.Clear();
            if (head.StartsWith('@'))
                lists[head] = text;
            else if (head.Length > 0)
                Add(head, text);
        }
    }

    private static void Add(string head, string options)
    {
        var colon = head.IndexOf(": ", StringComparison.Ordinal);
        var marks = head[(colon + 2)..].Split(' ');
        var program = new ReadingProgram(TakesOf(marks[0]), options)
        {
            IsTolerant = marks.Contains("tolerant"),
            ReadsFolders = marks.Contains("folders"),
            TakesOne = marks.Contains("once"),
        };
        Add("", head[..colon], program);
    }

    private static void Add(string before, string names, ReadingProgram program)
    {
        var blank = names.IndexOf(' ');
        foreach (var name in (blank < 0 ? names : names[..blank]).Split('|'))
        {
            if (blank < 0)
                ByCommand[before + name] = program;
            else
                Add($"{before}{name} ", names[(blank + 1)..], program);
        }
    }

    private static Takes TakesOf(string name) => name switch
    {
        nameof(Takes.Nothing) => Takes.Nothing,
        nameof(Takes.Texts) => Takes.Texts,
        nameof(Takes.Names) => Takes.Names,
        nameof(Takes.Files) => Takes.Files,
        nameof(Takes.PatternAndFiles) => Takes.PatternAndFiles,
        _ => throw new FormatException($"The table of reading programs names nothing that a program takes: {name}"),
    };
}
