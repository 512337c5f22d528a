package id.capaian.evaluation.boundary;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody would hand in now.
 *
 * @param indicators how many the plan has
 * @param empty      names of those with nothing recorded and no value from elsewhere
 * @param early      whether the period's last days have not come yet
 * @param lastDay    of the period
 */
public record SubmissionView(int indicators, List<String> empty, boolean early, LocalDate lastDay) {

    /** Whether handing in now needs a word that it is meant. */
    public boolean needsConfirmation() {
        return early || !empty.isEmpty();
    }
}
