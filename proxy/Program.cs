using ClaudeCodeProxy.Cli;

return await CommandLine.Run(args, Surroundings.OfProcess());
