using Medulla.Cli;
using Medulla.Cli.Output;

return await CommandLine.RunAsync(args, Terminal.OfThisProcess());
