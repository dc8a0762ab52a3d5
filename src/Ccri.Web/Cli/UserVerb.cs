using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Accounts;

namespace Ccri.Web.Cli;

public static class UserVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static Command Create() => new("user", "People who may sign in") { Add(), List(), Disable(), Enable(), Export(), Erase() };

    private static Command Add()
    {
        var email = new Argument<string>("email");
        var role = new Option<Role>("--role") { Description = "officer, lead, coordinator, territory or desk", Required = true };
        role.AcceptOnlyFromAmong([.. Enum.GetNames<Role>().Select(name => name.ToLowerInvariant())]); // not their numbers
        var scope = new Option<string?>("--scope") { Description = "A territory (its address, such as asker) or a working group (its code; with / and the name, a sub-group of it); without it, everything" };
        var name = new Option<string?>("--name") { Description = "The person's name" };
        var json = new Option<bool>("--json");
        var verb = new Command("add", "Add a person, or give one another role; prints the link to choose a password") { email, role, scope, name, json };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (_, mediator) =>
        {
            var outcome = await mediator.Send(new AddPerson.Command(parsed.GetValue(email)!, parsed.GetValue(name), parsed.GetValue(role), parsed.GetValue(scope)), cancellation);
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(outcome, Json)
                : outcome.Link is null ? "Done. The person has a password already." : $"Done. The link to choose a password, good once and for 24 hours:{Environment.NewLine}{outcome.Link}");
            return Exit.Done;
        }));
        return verb;
    }

    private static Command List()
    {
        var json = new Option<bool>("--json");
        var verb = new Command("list", "Everybody, with roles and the last sign-in") { json };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (_, mediator) =>
        {
            var persons = (await mediator.Send(new ListPersons.Query(Size: 10_000), cancellation)).Rows;
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(persons.Select(p => new
                    { p.Name, p.Email, Roles = p.Roles.Select(r => new { r.Role, Scope = r.ScopeKey }), p.LastSignInAt, p.DisabledAt }), Json));
            else
                foreach (var person in persons)
                    Console.WriteLine($"{person.Email}  {person.Name}  {string.Join(", ", person.Roles.Select(InWords))}  {LastSeen(person)}");
            return Exit.Done;
        }));
        return verb;
    }

    private static Command Disable()
    {
        var email = new Argument<string>("email");
        var verb = new Command("disable", "End a person's access at once") { email };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (_, mediator) =>
        {
            await mediator.Send(new DisablePerson.Command(parsed.GetValue(email)!), cancellation);
            Console.WriteLine("Done. The person can no longer sign in.");
            return Exit.Done;
        }));
        return verb;
    }

    private static Command Enable()
    {
        var email = new Argument<string>("email");
        var verb = new Command("enable", "Let a disabled person sign in again") { email };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (_, mediator) =>
        {
            await mediator.Send(new EnablePerson.Command(parsed.GetValue(email)!), cancellation);
            Console.WriteLine("Done. The person can sign in again.");
            return Exit.Done;
        }));
        return verb;
    }

    private static Command Export()
    {
        var email = new Argument<string>("email");
        var file = new Option<FileInfo>("--out") { Description = "The file to write", Required = true };
        var verb = new Command("export", "Write everything that is kept about a person into one file") { email, file };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (_, mediator) =>
        {
            var data = await mediator.Send(new ExportPerson.Query(parsed.GetValue(email)!), cancellation);
            await File.WriteAllBytesAsync(parsed.GetValue(file)!.FullName, data, cancellation);
            Console.WriteLine($"Done. {parsed.GetValue(file)!.FullName}");
            return Exit.Done;
        }));
        return verb;
    }

    private static Command Erase()
    {
        var email = new Argument<string>("email");
        var confirmed = new Option<string>("--confirm") { Description = "The address once more; it cannot be undone", Required = true };
        var verb = new Command("erase", "Put a pseudonym in the place of a person, everywhere and for good") { email, confirmed };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (_, mediator) =>
        {
            var name = await mediator.Send(new ErasePerson.Command(parsed.GetValue(email)!, parsed.GetValue(confirmed)), cancellation);
            Console.WriteLine($"Done. What the person did stays under “{name}”.");
            return Exit.Done;
        }));
        return verb;
    }

    private static string InWords(HeldRole role) => role.ScopeKey is null ? Words.Of(role.Role) : $"{Words.Of(role.Role)} ({role.ScopeKey})";

    private static string LastSeen(ListPersons.Row person) =>
        person.DisabledAt is { } disabled ? $"disabled {disabled:yyyy-MM-dd}" : person.LastSignInAt is { } seen ? $"last signed in {seen:yyyy-MM-dd}" : "never signed in";
}
