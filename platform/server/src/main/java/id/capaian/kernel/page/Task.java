package id.capaian.kernel.page;

import java.time.LocalDate;
import java.util.List;

/**
 * Something the caller should do next.
 *
 * @param titleKey  key of its text
 * @param arguments what fills the places of the text
 * @param path      path below the tenant that leads to the work, e.g. {@code /progres/…}
 * @param due       last day, in the tenant's zone; null when there is none
 * @param status    how far it is
 */
public record Task(String titleKey, List<Object> arguments, String path, LocalDate due, Status status) {

    /** How far a task is; the texts are {@code kernel.task.<constant>}. */
    public enum Status {
        NOT_YET("neutral"),
        UNTOUCHED("info"),
        UNDER_WAY("info"),
        WAITING("neutral"),
        NEEDS_FIX("warn"),
        DONE("good");

        private final String kind;

        Status(String kind) {
            this.kind = kind;
        }

        /** Kind of the status tag that shows it. */
        public String kind() {
            return kind;
        }
    }
}
