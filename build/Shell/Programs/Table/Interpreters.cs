namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>What runs code: shells, languages, and programs whose input is a program.</summary>
internal static class Interpreters
{
    public static ReadOnlySpan<byte> All =>
        """
        sh bash dash ash zsh ksh mksh fish csh tcsh rsh rbash yash oksh hush: Shell
            values o O rcfile init-file
            flags c>CodeFirst command>CodeFirst s>ReadsInput
            ends-after 1
        at batch: Shell
            values f>CodeFile q t
            flags c>NoContent l>NoContent d>NoContent
            ends-after 0
        crontab: Shell
            values u
            flags l>NoContent r>NoContent e>NoContent
            ends-after 1
        python pypy micropython: Language
            language python
            values c>Code m>Module W X Q check-hash-based-pycs
            ends-after 1
        perl: Language
            language perl
            values e>Code E>Code I
            joined M m i 0 l x C d D V F T
            ends-after 1
        ruby jruby truffleruby: Language
            language ruby
            values e>Code C E I r
            joined 0 i l x W K T F
            ends-after 1
        irb: Language
            language ruby
            values r I
            ends-after 1
        node nodejs: Language
            language node
            values r require import loader experimental-loader input-type C conditions env-file max-old-space-size stack-size title
            flags e>CodeFirst eval>CodeFirst p>CodeFirst print>CodeFirst
            ends-after 1
        deno: Language
            sub run
            language node
            values c config import-map lock L cert
            ends-after 2
        deno: Language
            sub eval
            language node
            values ext
            flags p>Value
            ends-after 2
        deno: Install
            sub install|compile
            values n name root o output c config
        bun: Language
            sub run
            language node
            values c config r preload
            ends-after 2
        bun: Install
            sub x|add|install|i
            values c config
        bunx: Install
            ends-after 1
        bun: Language
            language node
            values e>Code eval>Code p>Code print>Code r preload c config
            ends-after 1
        tsx ts-node: Language
            language node
            values e>Code eval>Code r require P project O
            ends-after 1
        php php-cli: Language TakesOnlyArgumentsAfterDashes
            language php
            values r>Code B>Code R>Code E>Code f>CodeFile F>CodeFile d c z t S
            ends-after 1
        lua luajit: Language
            language lua
            values e>Code l
            ends-after 1
        Rscript: Language
            language r
            values e>Code
            ends-after 1
        R: Language
            language r
            values e>Code f>CodeFile file>CodeFile d g
        tclsh wish expect: Language
            language tcl
            values c>Code f>CodeFile encoding
            ends-after 1
        julia: Language
            language julia
            values e>Code eval>Code E>Code L>CodeFile J C H project
            ends-after 1
        elixir iex: Language
            language elixir
            values e>Code eval>Code r require
            ends-after 1
        groovy: Language
            language groovy
            values e>Code cp classpath
            ends-after 1
        osascript: Language
            language osascript
            values e>Code l
            ends-after 1
        guile racket sbcl: Language
            language lisp
            values c>Code e>Code l
            ends-after 1
        ghci runghc runhaskell: Language
            language haskell
            ends-after 1
        java: Language IsSingleDash
            language java
            values jar>CodeFile cp classpath p module-path m add-opens add-modules
            ends-after 1
        dotnet: Language
            sub exec|script
            language dotnet
            ends-after 2
        awk gawk mawk nawk: Filter
            language awk
            values f>CodeFile file>CodeFile F v e>Code i
            ends-after 1
        sed gsed: Filter
            language sed
            values f>CodeFile file>CodeFile e>Code expression>Code
            joined i
            ends-after 1
        make gmake bmake: Build
            values f>CodeFile file>CodeFile makefile>CodeFile C>Folder directory>Folder I j o W l
            joined j l
        cmake ninja meson scons ant mvn mvnw gradle gradlew rake just bazel: Build
            values f>CodeFile file>CodeFile C>Folder p>Value S>Folder B G D t T j
        cargo: Build
            sub build|run|test
            values manifest-path>CodeFile target features F p j
        go: Build IsSingleDash
            sub build|test|generate
            values ldflags tags o mod C>Folder gcflags
        pwsh powershell: PowerShell IsSingleDash
            values c>Code Command>Code command>Code f>CodeFile File>CodeFile file>CodeFile e>Check ec>Check enc>Check EncodedCommand>Check
            values encodedcommand>Check ExecutionPolicy executionpolicy ep ex Version version WorkingDirectory
            ends-after 1
        """u8;
}
