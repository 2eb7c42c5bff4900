namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>Every rule that flags calls. The documentation's table is this list.</summary>
internal static class FlagRules
{
    public static readonly FlagRule SecretSent = new("secret-sent", true, "sends a secret away");
    public static readonly FlagRule SecretRead = new("read-private", true, "reads a secret outside of the trusted directories");
    public static readonly FlagRule SecretInAddress = new("secret-in-address", true, "names an address that carries a secret");
    public static readonly FlagRule WritesPrivate = new("write-private", true, "changes what holds secrets outside of the trusted directories");
    public static readonly FlagRule UserDenies = new("user-deny", true, "is denied by a rule of the user's");
    public static readonly FlagRule Metadata = new("metadata-service", true, "asks the cloud's metadata service for the machine's credentials");
    public static readonly FlagRule RemoteShell = new("remote-shell", true, "gives a shell to whoever is at the other end");
    public static readonly FlagRule DeletesAll = new("deletes-all", true, "deletes a whole home directory or system");
    public static readonly FlagRule Disk = new("disk-overwritten", true, "overwrites or repartitions a disk");
    public static readonly FlagRule FileProtected = new("write-protected", true, "changes a file that is run or obeyed by itself");
    public static readonly FlagRule Persistence = new("persistence", true, "lets something run later, again and again");
    public static readonly FlagRule RightsRaised = new("rights-raised", true, "gives rights that nobody else should have");
    public static readonly FlagRule Accounts = new("accounts-changed", true, "changes who may log in or become root");
    public static readonly FlagRule SecurityOff = new("security-off", true, "switches off what protects this machine");
    public static readonly FlagRule Kernel = new("kernel-changed", true, "changes the kernel or what is mounted");
    public static readonly FlagRule Escape = new("container-escape", true, "leads out of a container, or gives one the host");
    public static readonly FlagRule Loader = new("loader-changed", true, "makes other programs run foreign code");
    public static readonly FlagRule Registry = new("registry-changed", true, "changes where packages come from");
    public static readonly FlagRule Client = new("client-settings", true, "changes what the agent itself may do");

    public static readonly FlagRule UserAsks = new("user-ask", false, "is to be asked for, as a rule of the user's says");
    public static readonly FlagRule ReadsOutside = new("read-outside", false, "reads outside of the working directories, where that is blocked");
    public static readonly FlagRule FetchedCode = new("fetched-code", false, "runs what is fetched, and nobody compared it");
    public static readonly FlagRule UnpinnedCode = new("unpinned-code", false, "runs code that may be other code tomorrow");
    public static readonly FlagRule HiddenCode = new("hidden-code", false, "runs a text that is hidden from the reader");
    public static readonly FlagRule DeletesOutside = new("deletes-outside", false, "deletes outside of the trusted directories");
    public static readonly FlagRule DeletesHistory = new("deletes-history", false, "deletes what cannot be made again");
    public static readonly FlagRule WritesOutside = new("write-outside", false, "writes outside of the trusted directories");
    public static readonly FlagRule AsRoot = new("as-root", false, "runs with another user's rights");
    public static readonly FlagRule ForcePush = new("force-push", false, "overwrites or deletes what others have");
    public static readonly FlagRule Publishes = new("publishes", false, "shows or gives something to others that cannot be taken back");
    public static readonly FlagRule Destroys = new("infrastructure-destroyed", false, "destroys infrastructure or its data");
    public static readonly FlagRule Database = new("database-emptied", false, "deletes data of a database");
    public static readonly FlagRule Containers = new("containers-pruned", false, "deletes images, volumes or containers of all projects");
    public static readonly FlagRule Machine = new("machine-stopped", false, "stops the machine or what others run on it");

    public static FlagRule[] All { get; } =
    [
        SecretSent, SecretInAddress, SecretRead, WritesPrivate, Metadata, RemoteShell, DeletesAll, Disk, FileProtected, Persistence, RightsRaised,
        Accounts, SecurityOff, Kernel, Escape, Loader, Registry, Client, UserDenies, FetchedCode, UnpinnedCode, HiddenCode, DeletesOutside,
        DeletesHistory, WritesOutside, ReadsOutside, AsRoot, ForcePush, Publishes, Destroys, Database, Containers, Machine, UserAsks,
    ];

    public static FlagRule Find(string id) =>
        Array.Find(All, rule => rule.Id == id) ?? throw new ArgumentException($"there is no rule {id}", nameof(id));
}
