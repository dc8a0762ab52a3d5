using System.Text.RegularExpressions;
using Ccri.Domain;
using Ccri.Web.Data;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Tests.Architecture;

/// <summary>The dependency rules of docs/decisions/0001: read from the sources, because that is what a reviewer reads, too.</summary>
public sealed partial class DependencyTests
{
    private static readonly string Sources = Path.Combine(Repository.Root, "src", "Ccri.Web");

    /// <summary>Features whose commands are jobs: they answer in the words of the health page.</summary>
    private static readonly string[] WithJobs = ["Programme", "Reminders", "Reports", "Statuses"];

    /// <summary>Folder to what it may use of ours; "*" is anything.</summary>
    public static TheoryData<string, string[]> Rules => new()
    {
        { "Data", ["Security", "Mail", "Work", "Forms"] }, // the last three: their rows are tables
        { "Forms", ["Data", "Errors", "Security"] },
        { "Rendering", [] },
        { "Charts", [] },
        { "Mail", [] },
        { "Errors", [] },
        { "Security", ["Data", "Errors"] }, // the registration of Identity's store needs the context
        { "Pipeline", ["Errors", "Security", "Forms"] },
        { "Demonstration", ["Data", "Security", "Features.Reports", "Features.Shared"] }, // it sends the messages of the cycle, as a person would
        { "Work", ["Data", "Security", "Features.Programme", "Features.Reminders", "Features.Reports", "Features.Statuses"] },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_folder_uses_only_what_it_may(string folder, string[] allowed)
    {
        var files = Files(folder).ToList();
        files.ShouldNotBeEmpty();

        var wrong = from file in files
                    from used in UsedFolders(file)
                    where used != folder && !allowed.Contains(used)
                    select $"{Path.GetFileName(file)} uses {used}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void A_feature_never_uses_another_feature()
    {
        var nouns = Directory.GetDirectories(Path.Combine(Sources, "Features")).Select(d => Path.GetFileName(d)!).Where(n => n != "Shared").ToList();
        nouns.Count.ShouldBeGreaterThan(4);

        var wrong = from noun in nouns
                    from file in Files($"Features/{noun}")
                    from used in UsedFolders(file)
                    where used.StartsWith("Features.", StringComparison.Ordinal) && used != $"Features.{noun}" && used != "Features.Shared" || used is "Cli" || used is "Work" && !WithJobs.Contains(noun)
                    select $"{noun}/{Path.GetFileName(file)} uses {used}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void What_all_features_share_uses_none_of_them()
    {
        var files = Files("Features/Shared").ToList();
        files.ShouldNotBeEmpty();

        // Data and Errors: a rule or a source that two features keep alike asks the database, and refuses at a field, in one place.
        files.SelectMany(f => UsedFolders(f).Where(used => used is not ("Features.Shared" or "Forms" or "Rendering" or "Security" or "Charts" or "Data" or "Errors")).Select(used => $"{Path.GetFileName(f)} uses {used}")).ShouldBeEmpty();
    }

    [Fact]
    public void The_command_line_sends_messages_and_touches_the_database_only_to_start_and_to_migrate()
    {
        var files = Files("Cli").ToList();
        files.ShouldNotBeEmpty();

        files.Where(f => File.ReadAllText(f).Contains("CcriDbContext")).Select(Path.GetFileName).ShouldBe(["MigrateVerb.cs", "Sending.cs", "ServeVerb.cs"], ignoreOrder: true);
    }

    [Fact]
    public void Pages_send_messages_and_never_touch_the_database()
    {
        var pages = typeof(CcriDbContext).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel))).ToList();
        pages.Count.ShouldBeGreaterThan(8);

        pages.SelectMany(p => p.GetConstructors().SelectMany(c => c.GetParameters()).Where(a => typeof(CcriDbContext).IsAssignableFrom(a.ParameterType)).Select(_ => p.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_message_is_a_record_inside_its_use_case_and_says_who_may_send_it()
    {
        var messages = Pipeline.PipelineRegistration.Messages().ToList();
        messages.Count.ShouldBeGreaterThan(10);

        messages.Where(m => m.DeclaringType is not { IsAbstract: true, IsSealed: true } || m.Name is not ("Command" or "Query")).ShouldBeEmpty("A message is a Command or a Query nested in a static class named after the use case.");
        messages.Where(m => !m.IsDefined(typeof(Security.AllowAttribute), false)).ShouldBeEmpty();
    }

    [Fact]
    public void The_domain_knows_nothing_but_the_base_class_library()
    {
        typeof(Entity).Assembly.GetReferencedAssemblies().ShouldAllBe(a => a.Name!.StartsWith("System", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_clock_tells_the_time_and_ProjectTo_stays_inside_slices()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/") && !f.Contains("/bin/")).ToList();
        files.Count.ShouldBeGreaterThan(50);

        files.Where(f => Clock().IsMatch(File.ReadAllText(f))).ShouldBeEmpty("Take a TimeProvider.");
        files.Where(f => File.ReadAllText(f).Contains(".ProjectTo<") && !f.Contains("/Features/")).ShouldBeEmpty();
    }

    [Fact]
    public void An_address_below_the_root_begins_with_tilde_and_slash_as_written()
    {
        var pages = Files("Features").Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal)).ToList();
        pages.Count.ShouldBeGreaterThan(50);

        pages.Where(f => File.ReadAllText(f).Contains("=\"~@", StringComparison.Ordinal)).Select(Path.GetFileName).ShouldBeEmpty("Only what begins with ~/ in the page itself becomes an address: write ~/@place.");
    }

    [Fact]
    public void The_entry_point_is_short()
    {
        File.ReadLines(Path.Combine(Sources, "Program.cs")).Count().ShouldBeLessThanOrEqualTo(60);
    }

    /// <summary>Code and pages.</summary>
    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(Sources, folder), "*.cs*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" && !f.Contains("/Migrations/"));

    /// <summary>"Data" or "Features.Territories": by a using as well as by a full name.</summary>
    private static IEnumerable<string> UsedFolders(string file) => Used().Matches(File.ReadAllText(file)).Select(m => m.Groups["folder"].Value).Distinct();

    [GeneratedRegex(@"(?<!namespace )\bCcri\.Web\.(?<folder>Features\.\w+|\w+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"DateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex Clock();
}
