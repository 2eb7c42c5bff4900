namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>Variables that belong together, as help and documentation list them.</summary>
internal sealed class VariableGroup(string title, Variable[] variables)
{
    public string Title => title;

    public Variable[] Variables => variables;
}
