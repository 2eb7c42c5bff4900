# The .NET SDK: the installed one that global.json accepts, or Microsoft's archive, verified and unpacked into the cache. Part of build.ps1.

$SdkVersion = '10.0.302'
$SdkFeed = if ($env:DOTNET_SDK_FEED) { $env:DOTNET_SDK_FEED } else { 'https://builds.dotnet.microsoft.com/dotnet/Sdk' }
$SdkLimit = 512MB # twice the size of the largest archive
$SdkTimeout = [TimeSpan]::FromMinutes(30)

# SHA-512 of the archives, from Microsoft's releases.json.
$SdkDigests = @{
    'linux-x64'   = '10069bec8783596484a610332f090d562802a41b9b40e3327a5a5688b572e10c296ae300f940d40461f23c157ed1b0843c2f8e6b3f20d8d8d9d83432d8143bac'
    'linux-arm64' = '9e409c14e00686d661c78fa4dd9ad0e4dcf695c328bd5ff777d05b4a9c34b42cf89b12573b92e9fb2f565dbe12016b4835f77c7d9a42b55a7494df21634cd5d6'
    'osx-x64'     = '48d5861dc0d6c9c782c6d163d6b334ecac2ebd65a1ae59e9ce5b93dd080a31d7ecfc4e4d47e0e35b201ce63661218d641e154022266294a3a8b84593a019cfbc'
    'osx-arm64'   = 'b2286dec9177e8b5543ff2fe95c84db358b87ec2a36a0d34a29033d70279940fd1134af56c4299648f8950db2d6ce35237698cf2818d9abc670c2c1664c92ac0'
    'win-x64'     = '7d170ed75fa9af34c00646621d92011dbd71943952e2787cd15df9be78e6452b55dadef34d7eff77b802e6af4959e071a55855ac649afeac70901c3a2a258716'
}

function Get-Platform {
    $isMusl = (Test-Path '/lib/ld-musl-*') -and -not (Test-Path '/lib*/ld-linux*')
    $system = if ($OnWindows) { 'win' } elseif (-not $OnLinux) { 'osx' } elseif ($isMusl) { 'linux-musl' } else { 'linux' }
    "$system-$([Runtime.InteropServices.RuntimeInformation]::OSArchitecture.ToString().ToLowerInvariant())"
}

# The SDK that global.json accepts: the system's, or the one that an earlier run unpacked.
function Find-Dotnet {
    $name = if ($OnWindows) { 'dotnet.exe' } else { 'dotnet' }
    $installed = @(Get-Command 'dotnet' -CommandType Application -ErrorAction Ignore | Select-Object -First 1 | ForEach-Object { $_.Source })
    Push-Location -LiteralPath $Root
    try {
        foreach ($candidate in $installed + (Join-Path $Sdk $name)) {
            if (-not (Test-Path -LiteralPath $candidate)) { continue }
            try { & $candidate --version 2>&1 | Out-Null } catch { continue }
            if ($LASTEXITCODE -eq 0) { return $candidate }
        }
    }
    finally { Pop-Location }
}

# Without ICU a .NET program exits at once, unless globalization is invariant.
function Set-DotnetEnvironment {
    $env:DOTNET_NOLOGO = '1'
    $env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
    if ($OnLinux -and (Test-Path '/usr/lib/*/libicuuc.so.*', '/usr/lib/libicuuc.so.*', '/usr/lib64/libicuuc.so.*') -notcontains $true) {
        $env:DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = '1'
    }
}

function Stop-WithoutSdk([string] $Name, [string] $Digest, [string] $Reason) {
    Write-Note $Reason
    Stop-Run @"
this repository needs the .NET SDK $SdkVersion or a newer 10.0. Install it, or put the archive into the cache by hand:
  download  $SdkFeed/$SdkVersion/$Name
  compare   (Get-FileHash $Name -Algorithm SHA512).Hash with $Digest
  unpack    into $Sdk
"@
}

function Save-File([string] $Url, [string] $Path) {
    Add-Type -AssemblyName System.Net.Http
    $client = [Net.Http.HttpClient]::new()
    $deadline = [Threading.CancellationTokenSource]::new($SdkTimeout)
    $file = [IO.File]::Create($Path)
    try {
        $response = $client.GetAsync($Url, [Net.Http.HttpCompletionOption]::ResponseHeadersRead, $deadline.Token).GetAwaiter().GetResult()
        $null = $response.EnsureSuccessStatusCode()
        $body = $response.Content.ReadAsStreamAsync().GetAwaiter().GetResult()
        $buffer = [byte[]]::new(1MB)
        while (($read = $body.ReadAsync($buffer, 0, $buffer.Length, $deadline.Token).GetAwaiter().GetResult()) -gt 0) {
            if ($file.Length + $read -gt $SdkLimit) { throw "it is larger than $SdkLimit bytes" }
            $file.Write($buffer, 0, $read)
        }
    }
    finally {
        $file.Dispose()
        $client.Dispose()
        $deadline.Dispose()
    }
}

# tar, and not .NET's reader: the archive has links and modes, and Windows 10 and later have tar too (it reads zip).
function Expand-Sdk([string] $Archive, [string] $Folder) {
    & tar -xf $Archive -C $Folder
    if ($LASTEXITCODE -ne 0) { throw "tar ended with exit code $LASTEXITCODE" }
}

function Initialize-Sdk {
    $platform = Get-Platform
    $digest = $SdkDigests[$platform]
    if (-not $digest) { Stop-Run "no .NET SDK 10.0 was found, and no archive is pinned for ${platform}: install one and run again." }
    $name = "dotnet-sdk-$SdkVersion-$platform.$(if ($OnWindows) { 'zip' } else { 'tar.gz' })"
    if ($NoInstall) { Stop-WithoutSdk $name $digest 'no .NET SDK 10.0 found, and --no-install prevents downloading it.' }

    $parent = Split-Path -Parent $Sdk
    $archive = Join-Path $parent ".archive.$PID"
    $unpacked = Join-Path $parent ".unpacked.$PID"
    $Scratch.AddRange([string[]]($archive, $unpacked))
    $null = New-Item -ItemType Directory -Force -Path $unpacked
    $url = "$SdkFeed/$SdkVersion/$name"
    Write-Note "fetching the .NET SDK $SdkVersion into $Sdk"
    try { Save-File $url $archive }
    catch { Stop-WithoutSdk $name $digest "$url could not be fetched: $($_.Exception.GetBaseException().Message)" }
    $actual = (Get-FileHash -LiteralPath $archive -Algorithm SHA512).Hash
    if ($actual -ne $digest) { Stop-WithoutSdk $name $digest "the download from $SdkFeed does not match the pinned digest (SHA-512 $actual)." }
    try { Expand-Sdk $archive $unpacked }
    catch { Stop-WithoutSdk $name $digest "$name could not be unpacked: $($_.Exception.Message)" }
    Publish-Folder $unpacked $Sdk
    Find-Dotnet
}
