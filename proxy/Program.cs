using ClaudeCodeProxy.Cli;

return await CommandLine.RunAsync(args, CommandContext.FromProcess());
