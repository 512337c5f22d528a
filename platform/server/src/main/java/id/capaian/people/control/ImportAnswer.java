package id.capaian.people.control;

import id.capaian.kernel.problem.FieldProblem;
import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param alreadyImported the very same file was imported before: nothing was looked at, nothing changed
 * @param warnings        to look at; the rows were taken all the same; at most a hundred
 * @param warningCount    all of them
 */
public record ImportAnswer(String kind, int rows, int created, int changed, int unchanged, boolean dryRun,
        boolean alreadyImported, List<FieldProblem> warnings, int warningCount) {
}
