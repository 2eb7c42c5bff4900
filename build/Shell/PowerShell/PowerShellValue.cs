namespace ContainerSecurity.Shell.PowerShell;

/// <summary>What is known of a value without running anything.</summary>
internal sealed class PowerShellValue
{
    public static readonly PowerShellValue None = new();

    public static readonly PowerShellValue Fetched = new() { IsFetched = true };

    /// <summary>As far as it stands in the script; a variable that nobody set is its name with the sign. Null for what only a run can tell.</summary>
    public string? Text { get; init; }

    /// <summary>It came from the network, or is made of what did.</summary>
    public bool IsFetched { get; init; }

    /// <summary>The file whose digest or signature this is.</summary>
    public string? CheckedFile { get; init; }

    /// <summary>A block of code, run when the value is called.</summary>
    public PowerShellGroup? Block { get; init; }

    /// <summary>Of a function, the file of the repository in which it is written; null for the script itself.</summary>
    public string? File { get; init; }

    public static PowerShellValue Of(string text) => new() { Text = text };

    /// <summary>What holds for either of two.</summary>
    public PowerShellValue Or(PowerShellValue other) =>
        ReferenceEquals(other, None) ? this
        : ReferenceEquals(this, None) ? other
        : new()
        {
            Text = Text ?? other.Text,
            IsFetched = IsFetched || other.IsFetched,
            CheckedFile = CheckedFile ?? other.CheckedFile,
            Block = Block ?? other.Block,
        };

    /// <summary>Both texts as one.</summary>
    public PowerShellValue Then(PowerShellValue other) =>
        Or(other).WithText(Text is null || other.Text is null ? Text ?? other.Text : Text + other.Text);

    public PowerShellValue WithText(string? text) => new() { Text = text, IsFetched = IsFetched, CheckedFile = CheckedFile, Block = Block };
}
