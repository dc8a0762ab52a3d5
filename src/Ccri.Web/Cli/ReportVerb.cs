using System.CommandLine;
namespace Ccri.Web.Cli;
public static class ReportVerb { public static Command Create() => new("report"); }
