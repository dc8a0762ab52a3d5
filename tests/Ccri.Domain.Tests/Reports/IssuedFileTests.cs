using System.Text;
using Ccri.Domain.Reports;
using static Ccri.Domain.Tests.Refusals;

namespace Ccri.Domain.Tests.Reports;

public sealed class IssuedFileTests
{
    private static readonly DateTime Now = new(2026, 10, 16, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_file_name_tells_period_revision_territory_and_kind()
    {
        IssuedFile.NameOf("2026-Q3", 1, ReportKind.Progress, "uppsala").ShouldBe("2026-Q3-r1-uppsala-progress.pdf");
        IssuedFile.NameOf("2026-Q3", 12, ReportKind.Quarter, null).ShouldBe("2026-Q3-r12-quarter.pdf");
    }

    [Fact]
    public void It_is_made_once_and_never_replaced()
    {
        var file = Promised();
        file.Make([1], [2, 3], new string('a', 64), new string('b', 64), 2, Now);

        (file.State, file.Size, file.Pages, file.Attempts, file.MadeAt).ShouldBe((FileState.Made, 2, 2, 1, Now));
        Refuses(() => file.Make([1], [4], new string('c', 64), new string('b', 64), 2, Now)).ShouldContain("never replaced");
        Refuses(() => file.Fail("Too late.")).ShouldContain("issued before");
        file.TryAgain();
        file.State.ShouldBe(FileState.Made);
    }

    [Fact]
    public void After_three_failures_it_waits_for_a_person()
    {
        var file = Promised();
        file.Fail("The typesetter stopped.");
        file.Fail("The typesetter stopped.");
        file.State.ShouldBe(FileState.Waiting);

        file.Fail(new string('x', 2000));
        (file.State, file.Problem!.Length).ShouldBe((FileState.Failed, IssuedFile.LongestProblem));

        file.TryAgain();
        (file.State, file.Attempts).ShouldBe((FileState.Waiting, 0));
        file.Make([1], [2], new string('a', 64), new string('b', 64), 1, Now);
        file.Problem.ShouldBeNull();
    }

    [Fact]
    public void A_snapshot_knows_the_sum_of_its_own_bytes()
    {
        var snapshot = new Snapshot(Guid.CreateVersion7(), null, 1, SnapshotCause.Quarter, "ccri/quarter-snapshot/1", Encoding.UTF8.GetBytes("abc"), Now);

        snapshot.Sha256.ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // the example of FIPS 180-4
    }

    private static IssuedFile Promised() => new(Guid.CreateVersion7(), 1, ReportKind.Progress, Guid.CreateVersion7(), Guid.CreateVersion7(), "2026-Q3-r1-uppsala-progress.pdf");
}
