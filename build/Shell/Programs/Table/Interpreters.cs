namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>What runs code: shells, languages, and programs whose input is a program.</summary>
internal static class Interpreters
{
    public static ProgramSpec[] All { get; } =
    [
        new("sh bash dash ash zsh ksh mksh fish csh tcsh rsh rbash yash oksh hush", Act.Shell)
        {
            Values = "o O rcfile init-file", Flags = "c>CodeFirst command>CodeFirst s>ReadsInput", EndsAfter = 1,
        },
        new("at batch", Act.Shell) { Values = "f>CodeFile q t", Flags = "c>NoContent l>NoContent d>NoContent", EndsAfter = 0 },
        new("crontab", Act.Shell) { Values = "u", Flags = "l>NoContent r>NoContent e>NoContent", EndsAfter = 1 },
        new("python pypy micropython", Act.Language)
        {
            Language = "python", Values = "c>Code m>Module W X Q check-hash-based-pycs", EndsAfter = 1,
        },
        new("perl", Act.Language) { Language = "perl", Values = "e>Code E>Code I", Joined = "M m i 0 l x C d D V F T", EndsAfter = 1 },
        new("ruby jruby truffleruby", Act.Language) { Language = "ruby", Values = "e>Code C E I r", Joined = "0 i l x W K T F", EndsAfter = 1 },
        new("irb", Act.Language) { Language = "ruby", Values = "r I", EndsAfter = 1 },
        new("node nodejs", Act.Language)
        {
            Language = "node",
            Flags = "e>CodeFirst eval>CodeFirst p>CodeFirst print>CodeFirst",
            Values = "r require import loader experimental-loader input-type C conditions env-file max-old-space-size stack-size title",
            EndsAfter = 1,
        },
        new("deno", Act.Language) { Language = "node", Sub = "run", Values = "c config import-map lock L cert", EndsAfter = 2 },
        new("deno", Act.Language) { Language = "node", Sub = "eval", Flags = "p>Value", Values = "ext", EndsAfter = 2 },
        new("deno", Act.Install) { Sub = "install|compile", Values = "n name root o output c config" },
        new("bun", Act.Language) { Language = "node", Sub = "run", Values = "c config r preload", EndsAfter = 2 },
        new("bun", Act.Install) { Sub = "x|add|install|i", Values = "c config" },
        new("bunx", Act.Install) { EndsAfter = 1 },
        new("bun", Act.Language) { Language = "node", Values = "e>Code eval>Code p>Code print>Code r preload c config", EndsAfter = 1 },
        new("tsx ts-node", Act.Language) { Language = "node", Values = "e>Code eval>Code r require P project O", EndsAfter = 1 },
        new("php php-cli", Act.Language)
        {
            Language = "php",
            Values = "r>Code B>Code R>Code E>Code f>CodeFile F>CodeFile d c z t S",
            EndsAfter = 1,
            TakesOnlyArgumentsAfterDashes = true,
        },
        new("lua luajit", Act.Language) { Language = "lua", Values = "e>Code l", EndsAfter = 1 },
        new("Rscript", Act.Language) { Language = "r", Values = "e>Code", EndsAfter = 1 },
        new("R", Act.Language) { Language = "r", Values = "e>Code f>CodeFile file>CodeFile d g" },
        new("tclsh wish expect", Act.Language) { Language = "tcl", Values = "c>Code f>CodeFile encoding", EndsAfter = 1 },
        new("julia", Act.Language) { Language = "julia", Values = "e>Code eval>Code E>Code L>CodeFile J C H project", EndsAfter = 1 },
        new("elixir iex", Act.Language) { Language = "elixir", Values = "e>Code eval>Code r require", EndsAfter = 1 },
        new("groovy", Act.Language) { Language = "groovy", Values = "e>Code cp classpath", EndsAfter = 1 },
        new("osascript", Act.Language) { Language = "osascript", Values = "e>Code l", EndsAfter = 1 },
        new("guile racket sbcl", Act.Language) { Language = "lisp", Values = "c>Code e>Code l", EndsAfter = 1 },
        new("ghci runghc runhaskell", Act.Language) { Language = "haskell", EndsAfter = 1 },
        new("java", Act.Language)
        {
            Language = "java", IsSingleDash = true, Values = "jar>CodeFile cp classpath p module-path m add-opens add-modules", EndsAfter = 1,
        },
        new("dotnet", Act.Language) { Language = "dotnet", Sub = "exec|script", EndsAfter = 2 },
        new("awk gawk mawk nawk", Act.Filter) { Language = "awk", Values = "f>CodeFile file>CodeFile F v e>Code i", EndsAfter = 1 },
        new("sed gsed", Act.Filter) { Language = "sed", Values = "f>CodeFile file>CodeFile e>Code expression>Code", Joined = "i", EndsAfter = 1 },
        new("make gmake bmake", Act.Build)
        {
            Values = "f>CodeFile file>CodeFile makefile>CodeFile C>Folder directory>Folder I j o W l", Joined = "j l",
        },
        new("cmake ninja meson scons ant mvn mvnw gradle gradlew rake just bazel", Act.Build)
        {
            Values = "f>CodeFile file>CodeFile C>Folder p>Value S>Folder B G D t T j",
        },
        new("cargo", Act.Build) { Sub = "build|run|test", Values = "manifest-path>CodeFile target features F p j" },
        new("go", Act.Build) { Sub = "build|test|generate", IsSingleDash = true, Values = "ldflags tags o mod C>Folder gcflags" },
        new("pwsh powershell", Act.PowerShell)
        {
            IsSingleDash = true,
            Values = "c>Code Command>Code command>Code f>CodeFile File>CodeFile file>CodeFile e>Check ec>Check enc>Check EncodedCommand>Check "
                + "encodedcommand>Check ExecutionPolicy executionpolicy ep ex Version version WorkingDirectory",
            EndsAfter = 1,
        },
    ];
}
