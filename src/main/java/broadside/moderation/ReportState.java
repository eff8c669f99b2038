package broadside.moderation;

/** Whether a report still waits for a decision. */
enum ReportState {
    OPEN,
    RESOLVED
}
