using Ccri.Web.Cli;

namespace Ccri.Web.Tests.Cli;

public sealed class InterruptionTests
{
    [Fact]
    public async Task Who_stops_a_command_reads_a_sentence_and_no_stack_trace() =>
        (await Sending.GuardAsync(() => Task.FromCanceled<int>(new CancellationToken(canceled: true)))).ShouldBe(Exit.Refused);
}
