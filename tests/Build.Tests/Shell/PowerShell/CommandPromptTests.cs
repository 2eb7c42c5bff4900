using ContainerSecurity.Shell.PowerShell;
using ContainerSecurity.Shell.Programs;

namespace Build.Tests.Shell.PowerShell;

public class CommandPromptTests
{
    [Theory]
    [InlineData("powershell -NoProfile -Command \"irm https://example.org/x | iex\"")]
    [InlineData("@powershell -c \"iex ((New-Object Net.WebClient).DownloadString('https://example.org/x'))\" && set PATH=%PATH%;C:\\x")]
    [InlineData("msiexec /i https://example.org/x.msi /qn")]
    [InlineData("if not exist x.exe powershell -c \"irm https://example.org/x | iex\"")]
    [InlineData("for /f %i in ('curl -fsSL https://example.org/x') do %i")]
    [InlineData("for /f \"delims=\" %%i in ('curl -fsSL https://example.org/x') do call %%i")]
    [InlineData("curl -fsSL https://example.org/x.py | python -")]
    [InlineData("mshta https://example.org/x.hta")]
    public void Fetched_text_that_is_run_is_found(string text) => Assert.Equal([FaultKind.RunUnseen], Kinds(text));

    [Theory]
    [InlineData("curl -fsSLo x.exe https://example.org/x.exe && x.exe /S")]
    [InlineData("curl -fsSL https://example.org/x.exe -o C:\\x.exe & start /wait C:\\x.exe /S")]
    [InlineData("curl -fsSLo x.exe ^\r\n https://example.org/x.exe\r\nstart \"set-up\" /wait x.exe")]
    [InlineData("certutil -urlcache -split -f https://example.org/x.exe x.exe\r\nx.exe")]
    [InlineData("bitsadmin /transfer a https://example.org/x.exe C:\\x.exe && C:\\x.exe")]
    [InlineData("set T=C:\\x.exe\r\ncurl -o %T% https://example.org/x.exe\r\n%T% /S")]
    [InlineData("curl -o x.msi https://example.org/x.msi && msiexec /i x.msi /qn")]
    [InlineData("powershell -c \"iwr https://example.org/x.exe -OutFile x.exe\" && x.exe")]
    [InlineData("curl -o x.exe https://example.org/x.exe && certutil -hashfile x.exe SHA256 && x.exe")]
    [InlineData("curl -o x.exe https://example.org/x.exe && (certutil -hashfile x.exe SHA256 | findstr AA || echo wrong) && x.exe")]
    public void A_fetched_file_that_is_run_unchecked_is_found(string text) => Assert.Equal([FaultKind.RunUnverified], Kinds(text));

    [Theory]
    [InlineData("curl -o x.exe https://example.org/x.exe && certutil -hashfile x.exe SHA256 | findstr /i AA && x.exe")]
    [InlineData("curl -o x.exe https://example.org/x.exe\r\ncertutil -hashfile x.exe SHA256 | find \"AA\" || exit /b 1\r\nx.exe")]
    [InlineData("rem curl -o x.exe https://example.org/x.exe && x.exe")]
    [InlineData(":: curl -o x.exe https://example.org/x.exe && x.exe")]
    [InlineData("curl -o x.zip https://example.org/x.zip && del x.zip")]
    [InlineData("echo curl -o x.exe ^&^& x.exe")]
    [InlineData("for")]
    [InlineData("for %i in (")]
    [InlineData("\"open")]
    [InlineData("%")]
    public void Anything_else_is_left_alone(string text) => Assert.Empty(Kinds(text));

    private static IEnumerable<FaultKind> Kinds(string text) =>
        PowerShellScript.FindFaultsOfCommandPrompt(text, new PowerShellMemory()).Select(fault => fault.Kind);
}
