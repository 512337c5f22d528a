package id.capaian.evaluation.boundary;

import id.capaian.evaluation.boundary.EvaluationView.Act;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.plugin.api.BehaviourValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * @param review   where the reader judges the person's progress, below the tenant; null for who does not
 * @param queue    where a rater is with the others; null for who does not rate this person
 * @param documents what the pack offers with the result; null before it was told, and without a score of a pack
 */
public record EvaluationPageView(EvaluationView evaluation, SuggestionPanel panel, List<ConductView> conduct,
        List<ProgressRow> progress, List<Option> ratings, FieldErrors errors, Map<String, String> typed, String said,
        String key, long daysLeft, String lastDay, String review, QueueView queue, DocumentsPanel documents) {

    /** Fields of free text, by what must be allowed for their form to be shown. */
    private static final Map<String, Set<Act>> HOMES = Map.ofEntries(Map.entry("resultReason", Set.of(Act.RATE)),
            Map.entry("behaviourReason", Set.of(Act.RATE)), Map.entry("note", Set.of(Act.RATE)),
            Map.entry("returnNote", Set.of(Act.RETURN)), Map.entry("reason", Set.of(Act.CALIBRATE, Act.OBJECT)),
            Map.entry("explanation", Set.of(Act.EXPLAIN)), Map.entry("decisionReason", Set.of(Act.DECIDE)),
            Map.entry("order", Set.of(Act.REOPEN)), Map.entry("exclusion", Set.of(Act.EXCLUDE)),
            Map.entry("rater", Set.of(Act.REPLACE_PARTIES)), Map.entry("superior", Set.of(Act.REPLACE_PARTIES)),
            Map.entry("partiesOrder", Set.of(Act.REPLACE_PARTIES)));

    /** The same page with messages. */
    EvaluationPageView with(FieldErrors messages) {
        return new EvaluationPageView(evaluation, panel, conduct, progress, ratings, messages, typed, said, key,
                daysLeft, lastDay, review, queue, documents);
    }

    /** What stands in a field: what was typed, else what is stored. */
    public String value(String field, String stored) {
        return typed.getOrDefault(field, stored);
    }

    /** Texts that were typed into a form this page shows no more, because the evaluation moved on meanwhile. */
    public List<String> leftOver() {
        return typed.entrySet().stream().filter(field -> !field.getValue().isBlank() && isHomeless(field.getKey()))
                .map(Map.Entry::getValue).sorted().toList();
    }

    private boolean isHomeless(String field) {
        Set<Act> homes = field.matches("note[1-7]") ? Set.of(Act.MARK) : HOMES.getOrDefault(field, Set.of());
        return !homes.isEmpty() && homes.stream().noneMatch(evaluation::may);
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
