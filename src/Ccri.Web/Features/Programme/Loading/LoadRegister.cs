using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>Loads files of the register. Run again, it doubles nothing and keeps what people have changed; a bad file is refused as a whole.</summary>
public static class LoadRegister
{
    public sealed record File(string Name, string Text);

    [Allow(Role.Coordinator)]
    public sealed record Command(IReadOnlyList<File> Files) : IRequest<Outcome>;

    /// <param name="Kept">What a person has changed since and was left alone, a sentence each.</param>
    public sealed record Outcome(int Created, int Changed, int Unchanged, IReadOnlyList<string> Kept);

    public sealed class Handler(CcriDbContext db, TimeProvider clock) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var state = await LoadState.Begin(db, clock.GetUtcNow().UtcDateTime, cancellationToken);
            var tables = Read(request.Files, state.Faults);
            var known = new Keys(state.Keys);
            foreach (var (file, table) in tables)
            {
                foreach (var row in table.Rows)
                    known.Add(file.Name, file.KeyOf(row), Guid.Empty);
            }
            foreach (var (file, table) in tables)
                state.Faults.AddRange(file.Check(table, known));
            Refuse(state.Faults);

            foreach (var (file, table) in tables)
                await file.Apply(table, state, cancellationToken);
            Refuse(state.Faults);
            await db.SaveChangesAsync(cancellationToken);
            return new Outcome(state.Created, state.Changed, state.Unchanged, state.Kept);
        }

        private static List<(RegisterFile File, CsvTable Table)> Read(IReadOnlyList<File> files, List<Fault> faults)
        {
            foreach (var unknown in files.Where(f => RegisterFiles.InOrder.All(r => r.FileName != f.Name)))
                faults.Add(new Fault(unknown.Name, 0, "(file name)", unknown.Name, $"There is no such file. The files are {string.Join(", ", RegisterFiles.InOrder.Select(r => r.FileName))}."));
            foreach (var twice in files.CountBy(f => f.Name).Where(f => f.Value > 1))
                faults.Add(new Fault(twice.Key, 0, "(file name)", twice.Key, "The file is given twice. Give it once."));
            return
            [
                .. from register in RegisterFiles.InOrder
                   from file in files.Where(f => f.Name == register.FileName)
                   select (register, CsvTable.Read(file.Name, file.Text, faults)),
            ];
        }

        private void Refuse(List<Fault> faults)
        {
            if (faults.Count == 0)
                return;
            db.ChangeTracker.Clear(); // nothing of a refused load is left to be saved by accident
            throw new LoadRefusedException(faults);
        }
    }
}
