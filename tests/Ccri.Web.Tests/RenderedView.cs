using Ccri.Web.Rendering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests;

/// <summary>The HTML of one view of the site, without a host or a database.</summary>
internal static class RenderedView
{
    /// <param name="path">Below the project: /Features/Shared/_Chart.cshtml.</param>
    public static async Task<string> OfAsync<TModel>(string path, TModel shown)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddRazorPages(o => o.RootDirectory = "/Features").AddApplicationPart(typeof(Report).Assembly);
        await using var app = builder.Build(); // never started: only its views are used
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        var view = services.GetRequiredService<IRazorViewEngine>().GetView(null, path, isMainPage: false).View;
        view.ShouldNotBeNull();
        var model = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = shown };
        var temp = new TempDataDictionary(action.HttpContext, services.GetRequiredService<ITempDataProvider>());
        await using var writer = new StringWriter();
        await view.RenderAsync(new ViewContext(action, view, model, temp, writer, new HtmlHelperOptions()));
        return writer.ToString();
    }
}
