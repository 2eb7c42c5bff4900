namespace Build.Tests.Bootstrap;

/// <summary>Scripts that take the place of dotnet and apt-get: they note that they were called, and do what the test's switches say.</summary>
internal static class FakePrograms
{
    /// <summary>
    /// Switches: <c>sdk-refuses</c>, <c>build-fails</c>, <c>build-waits</c> (until <c>go</c>), <c>program-exits</c> with a code in it.
    /// </summary>
    public const string Dotnet =
        """
        #!/usr/bin/env bash
        case "$1" in
          --version)
            [[ ! -e $SANDBOX/sdk-refuses ]] || exit 145
            echo 10.0.302
            ;;
          build)
            echo "dotnet build, CakeHost=${CakeHost:-}" >>"$SANDBOX/calls"
            if [[ -e $SANDBOX/build-waits ]]; then until [[ -e $SANDBOX/go ]]; do sleep 0.02; done; fi
            if [[ -e $SANDBOX/build-fails ]]; then echo 'Program.cs(1,1): error CS1002: ; expected'; exit 1; fi
            while [[ $1 != --artifacts-path ]]; do shift; done
            mkdir -p "$2/bin/Build/release"
            echo dll >"$2/bin/Build/release/build.dll"
            ;;
          *)
            echo "program ${1##*/} in $PWD, ICU ${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-default}, root ${DOTNET_ROOT:-none}"
            shift
            for argument in "$@"; do echo "<$argument>"; done
            [[ ! -e $SANDBOX/program-exits ]] || exit "$(cat "$SANDBOX/program-exits")"
            ;;
        esac
        """;

    /// <summary>Installs what it is asked for as scripts on the PATH; switch: <c>apt-fails</c>.</summary>
    public const string AptGet =
        """
        #!/usr/bin/env bash
        echo "apt-get $*" >>"$SANDBOX/calls"
        if [[ -e $SANDBOX/apt-fails ]]; then echo 'E: Unable to locate package clang' >&2; exit 100; fi
        [[ $1 == install ]] || exit 0
        for package in "$@"; do
          case "$package" in
            lld) tool=ld.lld ;;
            clang | cmake | make | shellcheck | npm) tool=$package ;;
            *) continue ;;
          esac
          printf '#!/bin/sh\n' >"$SANDBOX/stand-ins/$tool"
          chmod +x "$SANDBOX/stand-ins/$tool"
        done
        """;
}
