namespace Ccri.Web.Forms;

/// <summary>A page that shows other things depending on what is typed, such as the members of the group that is chosen: it is told when a draft was filled in.</summary>
public interface IFollowsDraft
{
    /// <summary>What was typed stands in the page's model state; ticks stand in its form.</summary>
    Task FollowDraftAsync();
}
