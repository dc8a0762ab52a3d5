using Ccri.Web.Cli;

return await CommandLine.RunAsync(args);
