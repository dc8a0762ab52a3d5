using System.Text;
using Ccri.Web.Rendering;

namespace Ccri.Web.Tests.Rendering;

public sealed class RenderingFailureTests
{
    private static readonly RenderJob Small = Examples.Job(new HeadingBlock(1, "Small"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_that_takes_too_long_fails_alone()
    {
        using var renderer = Tools.Renderer(o => (o.TimeoutSeconds, o.MaxMemoryMegabytes) = (3, 4096));
        var results = await renderer.RenderAsync([Small, HardCases.Endless, Small], Stop);

        results[0].Succeeded.ShouldBeTrue();
        results[1].Problem.ShouldBe("The report was not finished after 3\u00a0seconds and was given up: make it smaller, or raise Rendering:TimeoutSeconds.");
        results[2].Sha256.ShouldBe(results[0].Sha256);
    }

    [Fact]
    public async Task A_report_that_needs_too_much_memory_fails_alone()
    {
        using var renderer = Tools.Renderer(o => o.MaxMemoryMegabytes = 250);
        var results = await renderer.RenderAsync([HardCases.Endless, Small], Stop);

        results[0].Problem!.ShouldContain("Rendering:MaxMemoryMegabytes");
        results[1].Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_crash_of_the_typesetter_fails_one_report()
    {
        // A folder whose render.mjs loads the real one, and is killed when it is about to answer for the second time.
        var folder = Directory.CreateTempSubdirectory("ccri-crash-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "render.mjs"),
                $$"""
                const write = process.stdout.write.bind(process.stdout);
                let answers = 0;
                process.stdout.write = (...all) => { if (++answers === 2) process.kill(process.pid, 'SIGKILL'); return write(...all); };
                await import('file://{{Tools.Reports}}/render.mjs');
                """, Stop);
            using var renderer = Tools.Renderer(o => o.Folder = folder.FullName);
            var results = await renderer.RenderAsync([Small, Small, Small], Stop);

            results.Select(r => r.Succeeded).ShouldBe([true, false, true]);
            results[1].Problem!.ShouldStartWith("The typesetter stopped while it made this report (exit code");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_broken_report_is_refused_in_a_sentence_and_the_next_one_renders()
    {
        using var renderer = Tools.Renderer();
        var unknown = Encoding.UTF8.GetBytes("""{"meta":{"timestamp":0},"blocks":[]}""");
        var results = await renderer.RenderAsync([new RenderJob("not json"u8.ToArray(), "{}"u8.ToArray()), new RenderJob(unknown, "{}"u8.ToArray()), Small], Stop);

        results[0].Problem!.ShouldStartWith("The report could not be set: ");
        results[1].Problem!.ShouldStartWith("The report could not be set: ");
        results[2].Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_character_without_a_font_that_slips_through_is_named()
    {
        using var renderer = Tools.Renderer();
        var json = Encoding.UTF8.GetString(Small.ReportJson.Span).Replace("Small", "Small 🎉", StringComparison.Ordinal);
        (await renderer.RenderAsync(new RenderJob(Encoding.UTF8.GetBytes(json), Small.Snapshot), Stop)).Problem!.ShouldContain("U+1F389");
    }

    [Fact]
    public async Task Without_Node_everything_says_what_is_missing()
    {
        using var renderer = Tools.Renderer(o => o.NodePath = "/nowhere/node");
        const string Sentence = "Node.js could not be started (\"/nowhere/node\"): install Node 20 or newer, or set Rendering:NodePath. Only PDFs need it.";

        (await renderer.CheckAsync(Stop)).ShouldBe(new RendererCheck(false, Sentence));
        (await renderer.RenderAsync([Small, Small], Stop)).ShouldAllBe(r => r.Problem == Sentence);
    }

    [Fact]
    public async Task Without_the_folder_or_its_packages_the_check_says_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("ccri-empty-");
        try
        {
            using (var renderer = Tools.Renderer(o => o.Folder = folder.FullName))
                (await renderer.CheckAsync(Stop)).Sentence.ShouldContain("correct the setting Rendering:Folder");

            foreach (var file in Directory.GetFiles(Tools.Reports, "*.mjs"))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            using (var renderer = Tools.Renderer(o => o.Folder = folder.FullName))
            {
                (await renderer.CheckAsync(Stop)).Sentence.ShouldContain("run \"npm ci\" in the folder reports");
                (await renderer.RenderAsync(Small, Stop)).Problem!.ShouldContain("run \"npm ci\" in the folder reports");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_check_of_a_complete_installation_gives_versions_and_a_fingerprint()
    {
        using var renderer = Tools.Renderer(o => o.Folder = null); // found by looking upward
        var check = await renderer.CheckAsync(Stop);
        check.Ready.ShouldBeTrue(check.Sentence);
        check.Fingerprint!.Length.ShouldBe(64);
        check.Typst.ShouldBe("0.14.2");
    }

    [Fact]
    public async Task A_caller_who_gives_up_ends_the_render()
    {
        using var renderer = Tools.Renderer();
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(800));
        await Should.ThrowAsync<OperationCanceledException>(() => renderer.RenderAsync(HardCases.Endless, giveUp.Token));
    }
}
