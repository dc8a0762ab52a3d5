namespace Ccri.Web.Forms;

/// <summary>Names of the fields that a form carries beside those that are typed.</summary>
public static class FormKeys
{
    /// <summary>Tells one showing of a form from another, so that it is saved once.</summary>
    public const string Once = "__once";

    /// <summary>The address of the form, under which its draft is kept.</summary>
    public const string Form = "__form";

    /// <summary>Before the name of a field: what it held when the form was shown.</summary>
    public const string Was = "Was.";

    /// <summary>Before the name of a field: what somebody else saved meanwhile.</summary>
    public const string Theirs = "Theirs.";

    /// <summary>Before the name of a field: "theirs" or "mine".</summary>
    public const string Keep = "Keep.";

    /// <summary>The address of the form that this request shows or sends, without what only asks for its draft.</summary>
    public static string AddressOf(HttpRequest request)
    {
        var query = string.Join('&', request.QueryString.Value!.TrimStart('?').Split('&').Where(part => part.Length > 0 && part.Split('=')[0] is not (Drafts.Parameter or "handler")));
        return request.PathBase + request.Path + (query.Length == 0 ? "" : $"?{query}");
    }
}
