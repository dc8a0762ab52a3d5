using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

/// <summary>The saved views of every list. The small form above a list posts here and is answered with that list.</summary>
public sealed class FiltersModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>The view that is being renamed.</summary>
    [BindProperty(SupportsGet = true, Name = "edit")] public Guid? Edit { get; set; }

    public ListSavedFilters.Answer Saved { get; private set; } = null!;

    /// <summary>Whether there is something in the form: a view to rename, or one that could not be saved.</summary>
    public bool HasForm => Edit is not null || Input.List is not null;

    public sealed class Form
    {
        public string? Name { get; set; }
        public bool IsShared { get; set; }
        public string? List { get; set; }
        public string? Query { get; set; }
        public Guid Version { get; set; }
    }

    public async Task OnGetAsync()
    {
        await FindAsync();
        Input = SavedForm();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync(); // for the page, in case it is shown again
        if (Edit is { } id)
        {
            await mediator.Send(new RenameFilter.Command(id, Input.Version, Input.Name, Input.IsShared), HttpContext.RequestAborted);
            TempData["Status"] = $"The view “{Input.Name?.Trim()}” is saved.";
            return Redirect("/accounts/filters");
        }
        var saved = await mediator.Send(new SaveFilter.Command(Input.List, Input.Name, Input.Query, Input.IsShared), HttpContext.RequestAborted);
        TempData["Status"] = $"The view “{Input.Name?.Trim()}” is saved.";
        return LocalRedirect(saved.Address);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        await FindAsync();
        var name = await mediator.Send(new RemoveFilter.Command(id), HttpContext.RequestAborted);
        TempData["Status"] = $"The view “{name}” is removed.";
        return Redirect("/accounts/filters");
    }

    public async Task<object> SavedFormAsync()
    {
        await FindAsync();
        return Saved.Filters.Any(f => f.Id == Edit && f.IsOwn) ? SavedForm() : throw new NotFoundException("View", Edit ?? Guid.Empty);
    }

    private async Task FindAsync() => Saved = await mediator.Send(new ListSavedFilters.Query(), HttpContext.RequestAborted);

    private Form SavedForm()
    {
        if (Saved.Filters.FirstOrDefault(f => f.Id == Edit && f.IsOwn) is { } filter)
            return new Form { Name = filter.Name, IsShared = filter.IsShared, List = filter.List, Query = filter.Query, Version = filter.Version };
        Edit = null; // an old link: the list of views is what is left of it
        return new Form();
    }
}
