package id.capaian.evaluation.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.plugin.api.BehaviourValue;
import java.util.List;
import java.util.Map;

/**
 * The page of one evaluation, for whoever rates, calibrates, explains, decides or reopens, and for the person.
 *
 * @param panel    suggestion in words; null when there is none
 * @param conduct  the seven values with their points
 * @param ratings  the three ratings as choices
 * @param typed    what the reader had typed into a form that is shown again; empty on a first visit
 * @param said     what was done although the form is shown again; null when nothing was
 * @param key      idempotency key for the forms of this page
 * @param daysLeft days until the term ends; 0 when there is none
 * @param lastDay  last day of the term as text; null when there is none
 * @param queue    where a rater is with the others; null for who does not rate this person
 */
public record EvaluationPageView(EvaluationView evaluation, SuggestionPanel panel, List<ConductView> conduct,
        List<ProgressRow> progress, List<Option> ratings, FieldErrors errors, Map<String, String> typed, String said,
        String key, long daysLeft, String lastDay, QueueView queue) {

    /** The same page with messages. */
    EvaluationPageView with(FieldErrors messages) {
        return new EvaluationPageView(evaluation, panel, conduct, progress, ratings, messages, typed, said, key,
                daysLeft, lastDay, queue);
    }

    /** What stands in a field: what was typed, else what is stored. */
    public String value(String field, String stored) {
        return typed.getOrDefault(field, stored);
    }

    /** How the browser guards the form that has this field: when it is shown again, what is typed there is unsaved. */
    public String guard(String field) {
        return typed.containsKey(field) ? "typed" : "yes";
    }

    /** The mark of a value of conduct, typed or stored; null when unmarked. */
    public String mark(int number) {
        return value("mark" + number, stored(number) == null ? null : stored(number).mark());
    }

    /** The note on a value of conduct, typed or stored. */
    public String note(int number) {
        return value("note" + number, stored(number) == null ? null : stored(number).note());
    }

    private MarkView stored(int number) {
        String name = BehaviourValue.values()[number - 1].name();
        return evaluation.marks().stream().filter(mark -> mark.value().equals(name)).findFirst().orElse(null);
    }
}
