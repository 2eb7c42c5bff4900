using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>What a program is run with: where, which files it may look at, and what is not clear about it, once that is found.</summary>
internal sealed class Surroundings(Places places, string[] folders)
{
    public Places Places => places;

    public string[] Folders => folders;

    /// <summary>Why it is not clear; null while all of it is.</summary>
    public string? Why { get; private set; }

    /// <summary>It creates or edits files.</summary>
    public bool Writes { get; set; }

    public bool Refuse(string why)
    {
        Why ??= why;
        return false;
    }

    public bool MayRead(Argument file, bool readsContent) => file.Kind switch
    {
        ArgumentKind.Known => IsFine(places.WhyNotRead(file.Text, folders, readsContent)),
        ArgumentKind.Pattern or ArgumentKind.Name => IsFine(places.WhyNotReadPattern(file.Text, folders, readsContent)),
        ArgumentKind.Names => true,
        _ => Refuse($"what {file.Shown} names is not known"),
    };

    /// <summary>What chooses the files that are read, a pattern or a path after a revision: <c>*.cs</c>, <c>!*.md</c>, <c>HEAD:.env</c>.</summary>
    public bool MayChoose(Argument files) =>
        files.Text is ['!', ..] || !Places.MayFitPrivate(files.Text) || Refuse($"{files.Shown} may hold secrets");

    public bool MayWrite(Argument file)
    {
        Writes = true;
        return file.Kind switch
        {
            ArgumentKind.Known => IsFine(places.WhyNotWrite(file.Text, folders)),
            ArgumentKind.Pattern or ArgumentKind.Name when EditableFiles.IsSource(file.Text) =>
                IsFine(places.WhyNotReadPattern(file.Text, folders, readsContent: true))
                && IsFine(places.WhyNotWrite(Places.Example(file.Text, "x"), folders)),
            _ => Refuse($"what {file.Shown} names is not known"),
        };
    }

    private bool IsFine(string? why) => why is null || Refuse(why);
}
