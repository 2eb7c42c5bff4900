namespace ContainerSecurity.Tools.ShellCheck;

/// <summary>ShellCheck's levels, strictest first.</summary>
internal enum ShellCheckLevel
{
    Error,
    Warning,
    Info,
    Style,
}
