namespace ContainerSecurity.Secrets;

/// <summary>What a text is: some rules look only where a name or a command says what a value is.</summary>
[Flags]
internal enum SecretScope
{
    /// <summary>Any text.</summary>
    Text = 0,

    /// <summary>Names and values: environment files, compose files, workflows, credential files, the configuration of an image.</summary>
    Settings = 1,

    /// <summary>Command lines: scripts, Dockerfiles, workflows, the history of an image.</summary>
    Commands = 2,

    /// <summary>Bytes around a value may be anything, letters too.</summary>
    Binary = 4,
}
