using Ccri.Domain.Accounts;

namespace Ccri.Domain.Tests.Accounts;

public sealed class PersonTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("name@example.org", "name@example.org")]
    [InlineData("  Name.Surname@Example.ORG ", "name.surname@example.org")]
    [InlineData("o'neill+ccri@sub.example.co.uk", "o'neill+ccri@sub.example.co.uk")]
    [InlineData("ειρήνη@παράδειγμα.ελ", "ειρήνη@παράδειγμα.ελ")]
    [InlineData("root@localhost", "root@localhost")]
    public void An_address_is_kept_in_lower_case(string typed, string kept) => new Person("A Person", typed, Now).Email.ShouldBe(kept);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("name")]
    [InlineData("@example.org")]
    [InlineData("name@")]
    [InlineData("a@b@example.org")]
    [InlineData("na me@example.org")]
    [InlineData("name@exam\tple.org")]
    [InlineData("a@example.org,b")]
    [InlineData("a@example.org;b")]
    [InlineData("Name <name@example.org>")]
    [InlineData("name@example.org\r\nBcc:x")]
    public void What_is_not_one_address_is_refused_in_a_sentence(string? typed) =>
        Should.Throw<RuleViolationException>(() => Person.Address(typed)).Message.ShouldEndWith(".");

    [Fact]
    public void An_address_of_254_characters_is_the_longest()
    {
        var longest = new string('a', 242) + "@example.org";

        Person.Address(longest).Length.ShouldBe(254);
        Should.Throw<RuleViolationException>(() => Person.Address("a" + longest)).Message.ShouldContain("255");
    }

    [Fact]
    public void A_person_without_a_name_is_refused() =>
        Should.Throw<RuleViolationException>(() => new Person(" ", "name@example.org", Now)).Message.ShouldBe("The name is missing. Please enter it.");

    [Fact]
    public void The_same_role_with_the_same_scope_is_given_once()
    {
        var (person, territory) = (New(), Guid.CreateVersion7());
        person.Give(new RoleAssignment(Role.Officer));
        person.Give(new RoleAssignment(Role.Officer, territory));
        person.Give(new RoleAssignment(Role.Desk));

        Should.Throw<RuleViolationException>(() => person.Give(new RoleAssignment(Role.Officer))).Message.ShouldBe("The person has this role already.");
        Should.Throw<RuleViolationException>(() => person.Give(new RoleAssignment(Role.Officer, territory)));
        person.Roles.Count.ShouldBe(3);
    }

    [Fact]
    public void A_role_that_has_ended_can_be_given_again()
    {
        var person = New();
        var earlier = new RoleAssignment(Role.Officer);
        earlier.Last(new DateOnly(2023, 1, 1), new DateOnly(2024, 1, 1));
        person.Give(earlier);

        person.Give(new RoleAssignment(Role.Officer));

        person.Roles.Count.ShouldBe(2);
    }

    [Fact]
    public void A_person_is_disabled_once_and_keeps_the_time_of_it()
    {
        var person = New();
        person.Disable(Now);

        Should.Throw<RuleViolationException>(() => person.Disable(Now.AddDays(1))).Message.ShouldBe("The person is disabled already.");
        person.DisabledAt.ShouldBe(Now);
    }

    [Fact]
    public void The_last_sign_in_is_the_newest_one()
    {
        var person = New();
        person.LastSignInAt.ShouldBeNull();

        person.SignedIn(Now);
        person.SignedIn(Now.AddHours(1));

        person.LastSignInAt.ShouldBe(Now.AddHours(1));
    }

    [Fact]
    public void What_describes_a_person_is_marked_so_that_the_audit_leaves_it_out() => typeof(Person).GetProperties()
        .Where(p => p.IsDefined(typeof(PersonalAttribute), false)).Select(p => p.Name).ShouldBe([nameof(Person.Name), nameof(Person.Email)], ignoreOrder: true);

    [Fact]
    public void A_role_for_other_days_can_be_given_beside_the_one_held()
    {
        var person = New();
        person.Give(Between(new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)));
        person.Give(Between(new DateOnly(2026, 7, 1), null));

        Should.Throw<RuleViolationException>(() => person.Give(Between(new DateOnly(2026, 6, 30), new DateOnly(2026, 6, 30))));
        Should.Throw<RuleViolationException>(() => person.Give(Between(null, null)));
    }

    [Fact]
    public void Who_is_disabled_can_be_let_in_again_and_who_is_erased_cannot()
    {
        var person = New();
        Should.Throw<RuleViolationException>(person.Enable).Message.ShouldBe("The person may sign in already.");
        person.Disable(Now);
        person.Enable();
        person.DisabledAt.ShouldBeNull();

        person.Erase("3f9a", DateOnly.FromDateTime(Now), Now);
        Should.Throw<RuleViolationException>(person.Enable).Message.ShouldContain("erased");
        Should.Throw<RuleViolationException>(() => person.Erase("3f9b", DateOnly.FromDateTime(Now), Now)).Message.ShouldBe("The person has been erased already.");
    }

    [Fact]
    public void An_erased_person_keeps_a_pseudonym_and_no_role_beyond_the_day()
    {
        var (person, today) = (New(), DateOnly.FromDateTime(Now));
        person.SignedIn(Now);
        person.Give(new RoleAssignment(Role.Officer));
        person.Give(Between(today.AddDays(10), null));

        person.Erase("3f9a", today, Now);

        (person.Name, person.Email, person.LastSignInAt, person.ErasedAt, person.DisabledAt).ShouldBe(("Former user 3f9a", "former-3f9a@invalid", null, Now, Now));
        person.Roles.Select(r => r.To).ShouldBe([today, today.AddDays(10)], "what has not begun has no more than its first day");
    }

    private static RoleAssignment Between(DateOnly? from, DateOnly? to)
    {
        var role = new RoleAssignment(Role.Desk);
        role.Last(from, to);
        return role;
    }

    private static Person New() => new("A Person", "name@example.org", Now);
}
