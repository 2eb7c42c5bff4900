namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>What a program does with what it is given.</summary>
internal enum Act
{
    /// <summary>Reads, or changes nothing that is followed.</summary>
    Other,

    /// <summary>Brings something from the network, to standard output or into a file.</summary>
    Fetch,

    /// <summary>Brings a repository from the network into a folder.</summary>
    Clone,

    /// <summary>Runs shell text: from an argument, a file, or standard input.</summary>
    Shell,

    /// <summary>Runs code of a language, from the same places.</summary>
    Language,

    /// <summary>Runs a program whose code the first operand is: <c>awk</c>.</summary>
    Filter,

    /// <summary>Runs PowerShell text.</summary>
    PowerShell,

    /// <summary>Runs the program that its operands name.</summary>
    Wrap,

    /// <summary>Runs the text that its operands make.</summary>
    WrapText,

    /// <summary>Runs what the file of a folder says: <c>make</c>.</summary>
    Build,

    /// <summary>Takes an archive apart.</summary>
    Unpack,

    /// <summary>Files to the last operand.</summary>
    Copy,

    /// <summary>As <see cref="Copy"/>, and makes them executable.</summary>
    Place,
    MakeExecutable,

    /// <summary>Standard input, or files, to standard output.</summary>
    Transform,

    /// <summary>A file to the same file without its last extension.</summary>
    Decompress,

    /// <summary>Its arguments to standard output.</summary>
    Print,

    /// <summary>Digests to standard output, or with <see cref="Role.Check"/> compares files with a list.</summary>
    Digest,

    /// <summary>Compares files with a signature.</summary>
    Signature,

    /// <summary>Compares two texts.</summary>
    Compare,

    /// <summary>Standard input into a variable.</summary>
    Read,

    /// <summary>Installs packages.</summary>
    Install,
}

/// <summary>What an option means to what a program does.</summary>
internal enum Role
{
    /// <summary>Nothing that matters here.</summary>
    Value,

    /// <summary>The file that is written.</summary>
    Output,

    /// <summary>The folder that is written to, or worked in.</summary>
    Folder,

    /// <summary>Saves under the last part of the address.</summary>
    RemoteName,
    ToOutput,

    /// <summary>Only what is around the content: headers.</summary>
    NoContent,

    /// <summary>The value is code.</summary>
    Code,

    /// <summary>The first operand is code.</summary>
    CodeFirst,

    /// <summary>The value names a file of code.</summary>
    CodeFile,

    /// <summary>The value names code that is installed; operands are its arguments.</summary>
    Module,

    /// <summary>Code comes from standard input; operands are its arguments.</summary>
    ReadsInput,

    /// <summary>Starts a shell when no program is named.</summary>
    StartsShell,

    /// <summary>The value is an address.</summary>
    Address,

    /// <summary>A file that is read.</summary>
    Input,
    Check,
    Extract,

    /// <summary>The value is a variable's name.</summary>
    Variable,

    /// <summary>What is installed is pinned by it: a commit, a digest.</summary>
    Pin,

    /// <summary>A descriptor to read from.</summary>
    Descriptor,
}
