namespace Ccri.Web.Forms;

/// <summary>A page that takes the same form any number of times.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RepeatableAttribute : Attribute;

/// <summary>A page with a form over something that others edit, too. When somebody else saved first, both texts are shown at each field.</summary>
public interface IEditPage
{
    /// <summary>The form as it would be shown now, with the version that is saved now.</summary>
    Task<object> SavedFormAsync();
}

/// <summary>A page whose form is long: what is typed is kept on the server every few seconds until it is saved.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepsDraftAttribute : Attribute;
