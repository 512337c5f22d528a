package id.capaian.planning.boundary;

import id.capaian.extension.FormGroup;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.planning.control.BehaviorLine;
import id.capaian.planning.control.PlanSheet.ResultLine;
import id.capaian.planning.control.ReadPlans.ReadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody's plan before the rater.
 *
 * @param form  the pack's plan form with the answers; empty when it has none or nothing was answered
 * @param note  what was typed
 * @param typed expectations typed, by field; empty for a form shown for the first time
 * @param key   idempotency key of the page's forms
 */
public record ReviewView(ReadPlan read, List<FormGroup> form, String note, Map<String, String> typed,
        FieldErrors errors, String key) {

    private static final List<String> PREPARED = List.of("DRAFT", "SUBMITTED", "RETURNED");

    /** Name of the field that takes the expectation of a result. */
    public static String resultField(int sequence) {
        return "result-" + sequence;
    }

    /** Name of the field that takes the expectation of a value. */
    public static String valueField(int valueNo) {
        return "value-" + valueNo;
    }

    public String expectation(ResultLine result) {
        return typed.getOrDefault(resultField(result.sequence()), shown(result.expectation()));
    }

    public String expectation(BehaviorLine value) {
        return typed.getOrDefault(valueField(value.valueNo()), shown(value.expectation()));
    }

    private static String shown(String expectation) {
        return expectation == null ? "" : expectation;
    }

    public boolean is(String status) {
        return read.plan().status().equals(status);
    }

    /** Whether the rater has to decide something. */
    public boolean isWaiting() {
        return is("SUBMITTED") || is("REVISION_REQUESTED");
    }

    /** What was typed into a form the page shows no more, because the plan moved on meanwhile. */
    public List<String> leftOver() {
        List<String> texts = new ArrayList<>();
        if (!isPrepared()) {
            texts.addAll(new TreeMap<>(typed).values());
        }
        if (!isWaiting()) {
            texts.add(note);
        }
        texts.removeIf(String::isBlank);
        return texts;
    }

    /** Whether a version is being prepared, so that the rater may say what is expected. */
    public boolean isPrepared() {
        return PREPARED.contains(read.plan().status());
    }
}
