using ClaudeCodeProxy.Cli;

return await CommandLine.RunAsync(args, Surroundings.FromProcess());
