namespace Spof.Reporting;

/// <summary>How much a text report shows.</summary>
public enum TextDetail
{
    /// <summary>Nothing when there is nothing to report.</summary>
    Quiet,

    /// <summary>The verdict, and one line for each error and warning.</summary>
    Minimal,

    /// <summary>Errors and warnings with their chains, notes by number.</summary>
    Normal,

    /// <summary>Everything, with notes, accepted risks, gaps, unknowns and assumptions.</summary>
    Detailed,

    /// <summary>Also every file that was read and every link that was made, with what it rests on.</summary>
    Diagnostic,
}
