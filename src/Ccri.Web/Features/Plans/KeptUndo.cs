using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Ccri.Web.Features.Plans;

/// <summary>How to undo the quick edit that led to the page which is shown next, for browsers without JavaScript.</summary>
internal static class KeptUndo
{
    private const string Key = "UndoQuickEdit";

    public static void Keep(ITempDataDictionary data, QuickEdit.Undo undo) => data[Key] = JsonSerializer.Serialize(undo);

    public static QuickEdit.Undo? Take(ITempDataDictionary data) => data[Key] is string kept ? JsonSerializer.Deserialize<QuickEdit.Undo>(kept) : null;
}
