namespace Medulla.Web.Reading;

/// <summary>How far a form or a visit is, in the order in which one hides another: the first that holds is shown.</summary>
public enum FormStatus
{
    /// <summary>Nothing is expected yet, or nothing can be entered any more.</summary>
    NotDue,
    Empty,
    Partial,
    Complete,
    Locked,
    Query,
    Overdue,
}
