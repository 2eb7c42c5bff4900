using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Harmless.Values;
using ContainerSecurity.Shell.Syntax;

namespace ClaudeCodeProxy.Safeguards.Harmless;

/// <summary>
/// Goes through a script as a shell does and says whether all of it only reads, or edits files inside the trusted directories. Each kind of node is
/// allowed by name; the first that is not ends it.
/// </summary>
internal sealed partial class ScriptCheck
{
    private readonly Places _places;
    private readonly WordValues _values;
    private string? _why;
    private bool _isScriptText;

    public ScriptCheck(SafeguardContext context)
    {
        _places = new Places(context);
        _values = new WordValues(context.HomeDirectory, (substitution, scene) => IsHarmless(substitution.Pipelines, scene.Copy()));
    }

    /// <summary>Why it is not harmless.</summary>
    public string Why => _why ?? _values.Why ?? "not all of it is understood";

    /// <summary>It creates or edits files.</summary>
    public bool Writes { get; private set; }

    /// <param name="folder">The working directory, absolute.</param>
    public bool IsHarmless(ShellPipeline[] script, string folder) =>
        IsHarmless(script, new Scene(folder.Length > 1 ? folder.TrimEnd('/') : folder))
        && (!(Writes && _isScriptText) || Refuse("what is written looks like a script"));

    private bool Refuse(string why)
    {
        _why ??= why;
        return false;
    }

    // Where a pipeline runs only if the one before it succeeded, a `cd` in that one did.
    private bool IsHarmless(ShellPipeline[] list, Scene scene)
    {
        var anywhere = scene.Folders;
        for (var at = 0; at < list.Length; at++)
        {
            var pipeline = list[at];
            if (pipeline.Connector != ShellConnector.And)
                scene.MayBeIn(anywhere);
            if (pipeline.IsBackground)
            {
                if (!IsHarmless(pipeline, scene.Copy()))
                    return false;
                // The whole chain has a shell of its own.
                ForgetConditional(list, at, scene);
                AssignedNames.Forget(list[ChainOf(list, at)], scene);
            }
            else if (FolderOf(pipeline) is { } target)
            {
                if (!MayGo(target, scene))
                    return false;
            }
            else if (!IsHarmless(pipeline, scene))
            {
                return false;
            }

            // What is set behind `&&` or `||` may not be.
            if (pipeline.Connector != ShellConnector.Sequence && (at + 1 == list.Length || list[at + 1].Connector == ShellConnector.Sequence))
                ForgetConditional(list, at, scene);
            var seen = new Scene("") { Folders = anywhere };
            seen.MayBeIn(scene.Folders);
            anywhere = seen.Folders;
        }

        scene.MayBeIn(anywhere);
        return true;
    }

    private static void ForgetConditional(ShellPipeline[] list, int last, Scene scene)
    {
        for (var at = last; at >= 0 && list[at].Connector != ShellConnector.Sequence; at--)
            AssignedNames.Forget(list[at], scene);
    }

    private static int ChainOf(ShellPipeline[] list, int at)
    {
        while (at > 0 && list[at].Connector != ShellConnector.Sequence)
            at--;
        return at;
    }

    private static ShellCommand? FolderOf(ShellPipeline pipeline)
    {
        var command = pipeline is { IsNegated: false, Steps: [{ Compound: null } step] } ? step.Command : null;
        return command is { Assignments: [], Redirections: [], Words: [{ IsLiteral: true, Text: "cd" }, ..] } ? command : null;
    }

    private bool MayGo(ShellCommand command, Scene scene)
    {
        var words = command.Words;
        var target = words.Length == 2 ? _values.Read(words[1], scene) : null;
        if (target is not { Kind: ArgumentKind.Known } || target.Text is "" or ['-' or '+', ..] or ['~', not '/', ..])
            return Refuse("where `cd` goes is not known");
        var folders = Array.ConvertAll(scene.Folders, folder => _places.Resolve(target.Text, folder) ?? "");
        if (Array.IndexOf(folders, "") >= 0)
            return Refuse("where `cd` goes is not known");
        // Whoever runs this behind `;` adds where it may have stayed.
        scene.Folders = folders;
        return true;
    }

    private bool IsHarmless(ShellPipeline pipeline, Scene scene)
    {
        if (pipeline.Steps is [var only])
            return IsHarmless(only, scene, found: null);
        Argument? found = null;
        foreach (var step in pipeline.Steps)
        {
            // Each has a shell of its own, but for the last in some shells.
            var inner = scene.Copy();
            if (!IsHarmless(step, inner, found))
                return false;
            scene.MayBeIn(inner.Folders);
            found = FoundNames.Find(step, found);
        }

        AssignedNames.Forget(pipeline, scene);
        return true;
    }

    private bool IsHarmless(ShellStep step, Scene scene, Argument? found) => (step.Command, step.Compound) switch
    {
        ({ } command, null) => IsHarmless(command, scene, found),
        (null, { } compound) => IsHarmless(compound, scene),
        _ => Refuse("`time` is not followed"),
    };
}
