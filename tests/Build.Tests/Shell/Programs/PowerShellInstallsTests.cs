using ContainerSecurity.Shell.Programs;

namespace Build.Tests.Shell.Programs;

public class PowerShellInstallsTests
{
    [Theory]
    [InlineData("irm https://example.org/x | iex")]
    [InlineData("iwr -useb x | Invoke-Expression")]
    [InlineData("iex (iwr x)")]
    [InlineData("iex \"& { $(irm x) }\"")]
    [InlineData("Invoke-Expression ((New-Object System.Net.WebClient).DownloadString('x'))")]
    [InlineData("& ([scriptblock]::Create((irm x)))")]
    public void Fetched_text_that_PowerShell_runs_is_found_with_its_line(string text) =>
        Assert.Equal([2], PowerShellInstalls.Find($"$a = 1\n{text}\n"));

    [Theory]
    [InlineData("Invoke-WebRequest -Uri $url -OutFile $file")]
    [InlineData("# irm x | iex")]
    [InlineData("Invoke-Expression $command")]
    public void What_is_only_fetched_or_only_run_is_left_alone(string text) => Assert.Empty(PowerShellInstalls.Find(text));
}
