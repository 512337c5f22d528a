package id.capaian.plugin.api;

/** How often a fresh value of an indicator is due. */
public enum Frequency {
    DAILY, WEEKLY, MONTHLY, QUARTERLY, YEARLY
}
