namespace Acceptance.Tests.Operation;

/// <summary>What the kernel says of a process that is locked down.</summary>
internal static class LockedDown
{
    /// <summary>It has no capability and gets none, its system calls are filtered, and it is not root.</summary>
    /// <param name="status">Of <c>/proc</c>.</param>
    /// <returns>Its user.</returns>
    public static string Check(string status)
    {
        var values = status.Split('\n').Select(line => line.Split(":\t")).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
        const string none = "0000000000000000";
        Assert.Equal((none, none, none), (values["CapEff"], values["CapPrm"], values["CapBnd"]));
        Assert.Equal(("1", "2"), (values["NoNewPrivs"], values["Seccomp"]));
        // Real, effective, saved and of files.
        var user = Assert.Single(values["Uid"].Split('\t').Distinct());
        Assert.NotEqual("0", user);
        return user;
    }
}
