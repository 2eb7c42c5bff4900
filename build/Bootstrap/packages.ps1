# System packages that are needed to link the proxy and to run the gates. Part of build.ps1.

# Whether any target other than the given ones is requested; help and lists do not count.
function Test-AsksBeyond([string[]] $Named, [string[]] $Words) {
    $targets = @()
    for ($i = 0; $i -lt $Words.Count; $i++) {
        if ($Words[$i] -in '--help', '-h', '-?', '--tree', '--description', '--dryrun', '--version', '--info') { return $false }
        if ($Words[$i] -like '--target=*') { $targets += $Words[$i].Substring('--target='.Length) }
        elseif ($Words[$i] -in '--target', '-t' -and $i + 1 -lt $Words.Count) { $targets += $Words[++$i] }
    }
    $targets.Count -eq 0 -or @($targets | Where-Object { $_ -notin $Named }).Count -gt 0
}

# Whether what is judged comes from elsewhere, so that nothing is compiled.
function Test-JudgesAnother([string[]] $Words) { @($Words | Where-Object { $_ -match '^--(repository|image|input)(=|$)' }).Count -gt 0 }

function Test-Apt { $OnLinux -and (Test-Tool 'apt-get') -and (Test-Path '/etc/debian_version') }

function Test-StaticOpenSsl {
    (Test-Path '/usr/lib/*/libssl.a', '/usr/lib/libssl.a', '/usr/lib64/libssl.a', '/usr/local/lib*/libssl.a') -contains $true
}

function Get-MissingPackages([bool] $LinksProxy, [bool] $Lints, [bool] $Fetches) {
    $needed = @()
    $wanted = @()
    if ($OnLinux) {
        if ((Test-Apt) -and -not (Test-Path '/etc/ssl/certs/ca-certificates.crt')) { $needed += 'ca-certificates' }
        if ($Lints -and -not (Test-Tool 'shellcheck')) { $wanted += 'shellcheck' }
        if ($Fetches -and -not (Test-Tool 'npm')) { $wanted += 'npm', 'nodejs' }
        if ($LinksProxy) {
            if (-not (Test-Tool 'clang')) { $needed += 'clang' }
            if (-not (Test-Tool 'ld.lld')) { $needed += 'lld' }
            if (-not (Test-Tool 'cmake')) { $needed += 'cmake' }
            if (-not (Test-Tool 'make')) { $needed += 'make' }
            if (-not (Test-StaticOpenSsl)) { $needed += 'libssl-dev' }
        }
    }
    @{ Needed = $needed; Wanted = $wanted }
}

function Get-InstallHint([string[]] $Packages) {
    if (Test-Apt) { "run as root: apt-get update && apt-get install -y --no-install-recommends $($Packages -join ' ')" }
    else { "install with your package manager (named as in Debian): $($Packages -join ' ')" }
}

function Install-Packages([string[]] $Packages) {
    $log = Join-Path $Cache 'apt.log'
    Write-Note "installing with apt: $($Packages -join ' ') (log: $log)"
    $env:DEBIAN_FRONTEND = 'noninteractive'
    & apt-get update -q *> $log
    if ($LASTEXITCODE -eq 0) { & apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=600 @Packages *>> $log }
    if ($LASTEXITCODE -ne 0) { Get-Content -LiteralPath $log -Tail 5 | ForEach-Object { [Console]::Error.WriteLine($_) } }
}

function Initialize-Packages([bool] $LinksProxy, [bool] $Lints, [bool] $Fetches) {
    $missing = Get-MissingPackages $LinksProxy $Lints $Fetches
    $all = @($missing.Needed) + @($missing.Wanted)
    if ($all.Count -eq 0) { return }
    if (-not $NoInstall -and (Test-Apt) -and [Environment]::UserName -eq 'root') {
        Install-Packages $all
        $missing = Get-MissingPackages $LinksProxy $Lints $Fetches
        $all = @($missing.Needed) + @($missing.Wanted)
    }
    if (@($missing.Needed).Count -gt 0) { Stop-Run "missing: $($missing.Needed -join ' '); $(Get-InstallHint $all)" }
    if (@($missing.Wanted).Count -gt 0) {
        Write-Note "without $($missing.Wanted -join ' ') some gates are incomplete; $(Get-InstallHint $missing.Wanted)"
    }
}
