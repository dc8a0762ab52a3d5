using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Features.Findings;
using Ccri.Web.Features.Indicators;
using Ccri.Web.Features.Ledger;
using Ccri.Web.Features.Needs;
using Ccri.Web.Features.Organisations;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.Plans;
using Ccri.Web.Features.Programme;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Shared;
using Ccri.Web.Features.Shared.Calendar;
using Ccri.Web.Features.Solutions;
using Ccri.Web.Features.Support;
using Ccri.Web.Features.Territories;
using Ccri.Web.Features.WorkingGroups;
using Ccri.Web.Features.WorkingGroups.Calendar;
using Ccri.Web.Features.WorkingGroups.Documents;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Forms;
using Ccri.Web.Mail;
using Ccri.Web.Pipeline;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using Ccri.Web.Work;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.WebEncoders;

namespace Ccri.Web;

/// <summary>Puts the application together; the site, the command line and the tests all start from here.</summary>
public static class Application
{
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // What is typed and what is shown is read and spelled alike on every machine; a report brings the culture it is printed in.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        // A published site finds its wwwroot beside itself, whatever folder it was started from; without this every asset would answer with nothing.
        var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = published ? AppContext.BaseDirectory : null });
        // The one settings file, before everything else: environment variables and arguments win over it.
        var settings = new JsonConfigurationSource { Path = Path.Combine(AppContext.BaseDirectory, "appsettings.json"), Optional = false };
        settings.ResolveFileProvider();
        builder.Configuration.Sources.Insert(0, settings);
        builder.WebHost.UseStaticWebAssets(); // so that an unpublished build has its style sheet in every environment
        return builder;
    }

    public static WebApplicationBuilder AddCcri(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        var home = new Home(configuration["Site:Home"]);
        services.AddSingleton(home);
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<ProgrammeOptions>().BindConfiguration(ProgrammeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ProgrammeCalendar>();
        services.AddScoped<PasswordLink>();
        services.AddScoped<AddressLink>();
        services.AddScoped<SecondStep>();
        services.AddScoped<SecondFactorTicket>();
        services.AddScoped<PasswordAgain>();
        services.AddScoped<LastCoordinator>();
        services.AddScoped<PersonalData>();
        services.AddScoped<IPictureReader<Plan>, PlanPictureReader>();
        services.AddScoped<IPictureReader<Solution>, RoadmapPictureReader>();
        services.AddScoped<StatusReader>();
        services.AddScoped<DimensionReader>();
        services.AddScoped<VisibleNeeds>();
        services.AddScoped<FindingReader>();
        services.AddScoped<SessionReader>();
        services.AddScoped<CalendarReader>();
        services.AddScoped<SessionBook>();
        services.AddScoped<GroupMembers>();
        services.AddScoped<AttendanceReader>();
        services.AddScoped<RoundReader>();
        services.AddScoped<SnapshotReader>();
        services.AddScoped<SnapshotKeeper>();
        services.AddScoped<StatementReader>();
        services.AddScoped<SubmissionChecks>();
        services.AddScoped<ReportFactsReader>();
        services.AddScoped<DraftReader>();
        services.AddScoped<AttentionReader>();
        services.AddScoped<StaleFactReader>();
        services.AddScoped<FollowUpReader>();
        services.AddScoped<GroupsReader>();
        services.AddScoped<SupportBook>();
        services.AddScoped<StoredFiles>();
        services.AddScoped<LedgerReader>();
        services.AddScoped<ComputedIndicators>();
        services.AddScoped<ReminderBookReader>();
        services.AddScoped<ReminderFactReader>();
        services.AddScoped<ReminderCheck>();
        services.AddScoped<ReminderDesk>();
        services.AddScoped<ReminderRecipients>();
        services.AddScoped<JobReader>();
        services.AddScoped<ReminderMailer>();
        services.AddScoped<DigestWriter>();
        services.AddScoped<DigestRenewal>();
        services.AddSingleton<UnsubscribeAddress>();
        services.AddScoped<Wiping>();
        services.AddScoped<Erasure>();

        services.AddData(configuration, home);
        var address = new Uri(configuration["Site:Address"] ?? "http://localhost", UriKind.Absolute);
        services.AddSignIn(isSecure: address.Scheme == Uri.UriSchemeHttps, PasswordLink.Lifespan);
        services.AddRequestLimits();
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [address.Host, "localhost", "127.0.0.1", "[::1]"]);
        services.AddScoped<FormFaults>();
        services.AddScoped<Drafts>();
        services.AddSingleton<HeldForms>();
        services.AddPipeline();
        services.AddMail();
        services.AddRendering(configuration);
        services.AddWork(configuration);
        services.AddAutoMapper(mapping =>
        {
            mapping.LicenseKey = Environment.GetEnvironmentVariable("AUTOMAPPER_LICENSE_KEY") ?? "";
            mapping.AddMaps(typeof(Application).Assembly);
        });

        // Words, because the numbers of an enumeration would move with its members.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        services.Configure<FormOptions>(form => form.ValueCountLimit = 10_000); // a session with a hundred points, each with its ticks
        services.AddProblemDetails();
        services.AddExceptionHandler<ApiProblems>();
        services.Configure<MvcOptions>(options => options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true); // the validators say what is needed
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Features";
            // The outermost first.
            options.Conventions.ConfigureFilter(new OnceFilter());
            options.Conventions.ConfigureFilter(new DraftFilter());
            options.Conventions.ConfigureFilter(new RefusalFilter());
        });
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)); // names arrive as they are written
        services.AddRouting(options => options.LowercaseUrls = true);
        // Last of all, so that it holds whatever clock there is by then; otherwise the container is what it would be.
        var isDevelopment = builder.Environment.IsDevelopment();
        ((IHostApplicationBuilder)builder).ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateScopes = isDevelopment, ValidateOnBuild = isDevelopment }), MovableClock.Wrap);
        return builder;
    }

    public static WebApplication UseCcri(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
            app.UseHsts(); // says nothing over http and on loopback
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            StatusCodeSelector = ErrorStatus.Of,
            SuppressDiagnosticsCallback = context => ErrorStatus.Of(context.Exception) < StatusCodes.Status500InternalServerError,
        });
        app.UseWhen(IsApi, api => api.UseStatusCodePages()); // as problem details
        app.UseWhen(context => !IsApi(context), pages => pages.UseStatusCodePagesWithReExecute("/error"));
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<CurrentUserMiddleware>();
        app.UseAuthorization();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapTerritories();
        app.MapOrganisationsCsv();
        app.MapSolutionsCsv();
        app.MapSupportCsv();
        app.MapSupportFiles();
        app.MapGroupDocuments();
        app.MapCalendars();
        app.MapSessions();
        app.MapAttendanceCsv();
        app.MapLedgerCsv();
        app.MapAuditCsv();
        app.MapActionsCsv();
        app.MapPlansCsv();
        app.MapFindingsCsv();
        app.MapProjectsCsv();
        app.MapHeatMapCsv();
        app.MapNeedsCsv();
        app.MapIndicatorsCsv();
        app.MapSnapshots();
        app.MapReportFiles();
        app.MapFeeds();
        app.MapHealth();
        return app;
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
