namespace ClaudeCodeProxy.Safeguards.Harmless.Values;

/// <summary>Where a script may be and what its variables hold, at one of its commands.</summary>
internal sealed class Scene
{
    private Dictionary<string, Argument>? _variables;

    public Scene(string folder) => Folders = [folder];

    private Scene(Scene other)
    {
        Folders = other.Folders;
        _variables = other._variables is null ? null : new Dictionary<string, Argument>(other._variables, StringComparer.Ordinal);
    }

    /// <summary>Absolute paths; more than one where a <c>cd</c> may have failed.</summary>
    public string[] Folders { get; set; }

    /// <summary>For what happens in a shell of its own.</summary>
    public Scene Copy() => new(this);

    /// <returns>Null for a variable that the script does not set.</returns>
    public Argument? Find(string variable) => _variables?.GetValueOrDefault(variable);

    public void Set(string variable, Argument value) => (_variables ??= new Dictionary<string, Argument>(StringComparer.Ordinal))[variable] = value;

    /// <summary>The script may be there too.</summary>
    public void MayBeIn(string[] folders)
    {
        foreach (var folder in folders)
        {
            if (Array.IndexOf(Folders, folder) < 0)
                Folders = [.. Folders, folder];
        }
    }
}
