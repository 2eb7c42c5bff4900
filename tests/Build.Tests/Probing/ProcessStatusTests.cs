using ContainerSecurity.Probing;

namespace Build.Tests.Probing;

public sealed class ProcessStatusTests
{
    private const string Locked =
        "Name:\tproxy\nUid:\t65532\t65532\t65532\t65532\nVmHWM:\t   12345 kB\nCapInh:\t0000000000000000\nCapPrm:\t0000000000000000\n"
        + "CapEff:\t0000000000000000\nCapBnd:\t0000000000000000\nCapAmb:\t0000000000000000\nNoNewPrivs:\t1\n";

    [Fact]
    public void A_process_without_rights_is_read_as_that()
    {
        var status = new ProcessStatus(Locked);

        Assert.False(status.IsRoot);
        Assert.Empty(status.Capabilities);
        Assert.True(status.HasNoNewPrivileges);
        Assert.Equal(12345, status.PeakKilobytes);
    }

    [Theory]
    [InlineData("Uid:\t65532\t65532", "Uid:\t65532\t0", true)]
    [InlineData("Uid:\t65532\t65532\t65532\t65532", "Uid:\t0\t0\t0\t0", true)]
    [InlineData("Uid:\t65532", "Uid:\t1000", false)]
    public void Any_of_the_users_may_be_root(string old, string by, bool isRoot) =>
        Assert.Equal(isRoot, new ProcessStatus(Locked.Replace(old, by, StringComparison.Ordinal)).IsRoot);

    [Theory]
    [InlineData("CapBnd:\t0000000000000000", "CapBnd:\t00000000a80425fb", "CapBnd 00000000a80425fb")]
    [InlineData("CapAmb:\t0000000000000000", "CapAmb:\t0000000000000400", "CapAmb 0000000000000400")]
    [InlineData("CapEff:\t0000000000000000\n", "", "CapEff ")]
    public void A_set_that_is_not_empty_or_missing_is_named(string old, string by, string named) =>
        Assert.Equal(named, Assert.Single(new ProcessStatus(Locked.Replace(old, by, StringComparison.Ordinal)).Capabilities));

    [Fact]
    public void Where_the_kernel_says_nothing_nothing_is_assumed()
    {
        var status = new ProcessStatus("");

        Assert.Equal(5, status.Capabilities.Length);
        Assert.False(status.HasNoNewPrivileges);
        Assert.Null(status.PeakKilobytes);
    }
}
