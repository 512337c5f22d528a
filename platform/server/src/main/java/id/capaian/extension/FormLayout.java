package id.capaian.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/**
 * The rules in the layout of a pack's form: an element with a rule is shown or hidden by the answers beside it. They
 * are looked at on the server each time the page is made, so forms work without JavaScript.
 */
final class FormLayout {

    private static final String PROPERTIES = "#/properties/";

    private FormLayout() {
    }

    static String property(JsonNode scoped) {
        String scope = scoped.path("scope").asText();
        return scope.startsWith(PROPERTIES) ? scope.substring(PROPERTIES.length()) : scope;
    }

    /** The layout of each row of a list. */
    static JsonNode detail(JsonNode control) {
        return control.path("options").path("detail");
    }

    /** Whether the element's rule keeps it from being shown beside these answers. */
    static boolean hides(JsonNode element, JsonNode answers) {
        JsonNode rule = element.path("rule");
        if (rule.isMissingNode()) {
            return false;
        }
        JsonNode condition = rule.path("condition");
        boolean met = meets(answers.path(property(condition)), condition.path("schema"));
        return "HIDE".equals(rule.path("effect").asText()) == met;
    }

    /** The two conditions of the subset: {@code const} and {@code enum}. */
    private static boolean meets(JsonNode answer, JsonNode expected) {
        if (expected.has("const")) {
            return answer.equals(expected.path("const"));
        }
        return StreamSupport.stream(expected.path("enum").spliterator(), false).anyMatch(answer::equals);
    }

    /** Whether any element has a rule. */
    static boolean hasRules(JsonNode layout) {
        return !layout.findValues("rule").isEmpty();
    }

    /**
     * Takes out what a rule hides: nobody sees it any more, so nobody means it. An answer taken out may hide another
     * one, so it goes on until nothing changes.
     */
    static void dropHidden(JsonNode layout, ObjectNode answers) {
        int before;
        do {
            before = answers.toString().length();
            drop(layout, answers, false);
        } while (answers.toString().length() < before);
    }

    private static void drop(JsonNode element, ObjectNode answers, boolean hiddenAbove) {
        boolean hidden = hiddenAbove || hides(element, answers);
        element.path("elements").forEach(inner -> drop(inner, answers, hidden));
        if (!element.has("scope")) {
            return;
        }
        String property = property(element);
        if (hidden) {
            answers.remove(property);
        } else if (element.path("options").has("detail")) {
            answers.path(property).forEach(row -> drop(detail(element), (ObjectNode) row, false));
        }
    }
}
