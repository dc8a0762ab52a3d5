using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Ccri.Domain.Tests;

/// <summary>The one wall between the projects: the domain knows the base class library and nothing else.</summary>
public sealed class DomainAssemblyTests
{
    [Fact]
    public void It_refers_to_the_base_class_library_only()
    {
        var references = typeof(Entity).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();

        references.ShouldNotBeEmpty();
        references.ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_project_has_no_reference_of_any_kind()
    {
        var project = XDocument.Load(Path.GetFullPath("../../src/Ccri.Domain/Ccri.Domain.csproj", Folder()));

        project.Root!.Name.LocalName.ShouldBe("Project");
        project.Descendants().Select(e => e.Name.LocalName).ShouldNotContain(name => name.EndsWith("Reference", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_public_property_of_an_entity_is_set_by_a_verb_and_not_from_outside()
    {
        var properties = typeof(Entity).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Entity))).SelectMany(t => t.GetProperties()).ToList();

        properties.Count.ShouldBeGreaterThan(50);
        properties.Where(p => p.SetMethod?.IsPublic == true).Select(p => $"{p.DeclaringType!.Name}.{p.Name}").ShouldBeEmpty();
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
