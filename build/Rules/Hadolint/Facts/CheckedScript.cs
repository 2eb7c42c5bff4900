namespace ContainerSecurity.Rules.Hadolint.Facts;

/// <summary>A shell text as ShellCheck is to see it, and the instruction that its findings belong to.</summary>
/// <param name="Line">First line of the instruction.</param>
/// <param name="Text">With a first line that names the shell, and the variables that the image sets.</param>
internal readonly record struct CheckedScript(int Line, string Text);
