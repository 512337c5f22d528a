package id.capaian.plugin.api;

/** Where the platform offers a form of a pack. Example: a daily count of patients is PROGRESS. */
public enum FormPurpose {
    /** Beside the plan (SKP), answered by the employee. */
    PLAN,
    /** With a progress entry. */
    PROGRESS,
    /** Feedback of peers, anonymous. */
    PEER,
    /** Input of citizens, anonymous. */
    CITIZEN,
    /** Development, training and recognition. */
    DEVELOPMENT
}
