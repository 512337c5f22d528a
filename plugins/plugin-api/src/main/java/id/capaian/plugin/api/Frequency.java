package id.capaian.plugin.api;

/** How often a fresh value of an indicator is due. Example: a survey of citizens is QUARTERLY. */
public enum Frequency {
    DAILY, WEEKLY, MONTHLY, QUARTERLY, YEARLY
}
