#requires -Version 5.1
<#
.SYNOPSIS
Runs the container security suite: pwsh build.ps1 -Target Scan [--name=value ...]
.DESCRIPTION
The same as build.sh, for Windows, macOS and Linux. All arguments but -Target and -NoInstall are the suite's; --help lists them.
Missing prerequisites are installed first: system packages by apt (as root on Debian or Ubuntu), the .NET SDK as Microsoft's own archive,
pinned in build/Bootstrap, in the user's cache. -NoInstall (or --no-install) prevents both; then, and where neither is possible, the exact commands are
printed and the exit code is 2. Nothing that was downloaded is run before its digest is checked.

Environment
  XDG_CACHE_HOME    where the cache is (default ~/.cache)
  DOTNET_SDK_FEED   another place with the same archives, such as a company's mirror; the pinned digests hold for it too
  CakeHost          Frosting: build against the package Cake.Frosting instead of build/Frosting.Host
#>
param([string] $Target, [switch] $NoInstall)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$Root = $PSScriptRoot
$OnWindows = $env:OS -eq 'Windows_NT'
$OnLinux = -not $OnWindows -and (Test-Path '/proc/version')
$Scratch = [Collections.Generic.List[string]]::new() # temporary paths, deleted at the end
$Lock = $null

function Write-Note([string] $Text) { [Console]::Error.WriteLine("build.ps1: $Text") }

function Stop-Run([string] $Text) {
    Write-Note $Text
    exit 2
}

function Test-Tool([string] $Name) { $null -ne (Get-Command $Name -CommandType Application -ErrorAction Ignore) }

function Remove-Scratch {
    foreach ($path in $Scratch) { Remove-Item -LiteralPath $path -Recurse -Force -ErrorAction Ignore }
    $Scratch.Clear()
}

function Get-CacheFolder {
    $base = if ($env:XDG_CACHE_HOME) { $env:XDG_CACHE_HOME } elseif ($HOME) { Join-Path $HOME '.cache' } else { '' }
    if (-not [IO.Path]::IsPathRooted($base)) { Stop-Run 'the cache lies in XDG_CACHE_HOME or in HOME: set one of them to an absolute path.' }
    Join-Path $base 'claude-code-proxy'
}

# Moves a finished folder to its destination; of two concurrent runs, the first one's folder is kept.
function Publish-Folder([string] $From, [string] $To) {
    try { if (-not (Test-Path -LiteralPath $To)) { [IO.Directory]::Move($From, $To) } }
    catch { if (-not (Test-Path -LiteralPath $To)) { throw } }
}

function Get-SourceFiles([string] $Folder) {
    [IO.Directory]::GetFiles($Folder)
    foreach ($child in [IO.Directory]::GetDirectories($Folder)) {
        if ((Split-Path -Leaf $child) -notin 'bin', 'obj') { Get-SourceFiles $child }
    }
}

# One number for all sources of the suite; any added, changed, renamed or deleted file changes it.
function Get-Fingerprint {
    $props = 'Directory.Build.props', 'Directory.Packages.props', 'global.json' | ForEach-Object { Join-Path $Root $_ }
    $files = @(Get-SourceFiles (Join-Path $Root 'build')) + $props
    $sha = [Security.Cryptography.SHA256]::Create()
    try {
        $lines = foreach ($file in $files | Sort-Object -Culture '') {
            "$($file.Substring($Root.Length)) $([BitConverter]::ToString($sha.ComputeHash([IO.File]::ReadAllBytes($file))))"
        }
        $all = [Text.Encoding]::UTF8.GetBytes("$env:CakeHost`n$($lines -join "`n")")
        [BitConverter]::ToString($sha.ComputeHash($all)).Replace('-', '').Substring(0, 20).ToLowerInvariant()
    }
    finally { $sha.Dispose() }
}

# Built in a temporary folder and moved into one named by the fingerprint, so that the files of a running suite never change.
function Build-Suite([string] $Dotnet, [string] $To) {
    $bin = Split-Path -Parent $To
    $work = Join-Path $bin ".suite.$PID"
    $Scratch.Add($work)
    Write-Note 'building the suite'
    $env:MSBUILDDISABLENODEREUSE = '1'
    $output = & $Dotnet build (Join-Path $Root 'build/Build.csproj') -c Release --artifacts-path $work --nologo -v quiet `
        '-p:RunAnalyzers=false' '-p:GenerateDocumentationFile=false' '-p:UseAppHost=false' '-p:UseSharedCompilation=false' 2>&1
    if ($LASTEXITCODE -ne 0) {
        $output | ForEach-Object { [Console]::Error.WriteLine("$_") }
        Stop-Run 'the suite could not be built.'
    }
    Remove-Item Env:MSBUILDDISABLENODEREUSE
    Publish-Folder (Join-Path $work 'bin/Build/release') $To
    Get-ChildItem -LiteralPath $bin -Directory -Filter 'suite-*' |
        Where-Object { $_.FullName -ne $To -and $_.LastWriteTimeUtc -lt [DateTime]::UtcNow.AddDays(-1) } |
        Remove-Item -Recurse -Force -ErrorAction Ignore
}

# One bootstrap at a time.
function Enter-Lock {
    $said = $false
    while ($true) {
        try { return [IO.File]::Open((Join-Path $Cache 'bootstrap.lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] {
            if (-not $said) { Write-Note 'waiting for another run to finish its preparations' }
            $said = $true
            Start-Sleep -Milliseconds 200
        }
    }
}

# The first word that is not a parameter is bound to -Target too.
$words = @(if ($Target -like '-*') { $Target } elseif ($Target) { "--target=$Target" }) + @($args | ForEach-Object { @($_) -join ',' })
if ($words -contains '--no-install') { $NoInstall = $true }
$words = @($words | Where-Object { $_ -ne '--no-install' })

. (Join-Path $Root 'build/Bootstrap/packages.ps1')
. (Join-Path $Root 'build/Bootstrap/sdk.ps1')

try {
    $Cache = Get-CacheFolder
    $Sdk = Join-Path $Cache "dotnet/$SdkVersion"
    $suite = Join-Path $Root "build/bin/suite-$(Get-Fingerprint)"
    $null = New-Item -ItemType Directory -Force -Path $Cache, (Join-Path $Root 'build/bin')
    Set-DotnetEnvironment
    $Lock = Enter-Lock
    # The targets that read files only fetch nothing; what comes from elsewhere is not compiled.
    $fetches = Test-AsksBeyond 'Clean', 'Lint' $words
    Initialize-Packages ($fetches -and -not (Test-JudgesAnother $words)) (Test-AsksBeyond 'Clean' $words) $fetches
    $dotnet = Find-Dotnet
    if (-not $dotnet) { $dotnet = Initialize-Sdk }
    if (-not $dotnet) { Stop-Run "the .NET SDK in $Sdk does not run here." }
    # The suite starts dotnet itself, by name.
    if ($dotnet.StartsWith($Sdk)) {
        $env:DOTNET_ROOT = $Sdk
        $env:PATH = $Sdk + [IO.Path]::PathSeparator + $env:PATH
    }
    if (-not (Test-Path -LiteralPath (Join-Path $suite 'build.dll'))) { Build-Suite $dotnet $suite }
}
catch {
    Stop-Run "the preparations stopped: $($_.Exception.Message)"
}
finally {
    Remove-Scratch
    if ($Lock) { $Lock.Dispose() }
}

& $dotnet (Join-Path $suite 'build.dll') @words
exit $LASTEXITCODE
