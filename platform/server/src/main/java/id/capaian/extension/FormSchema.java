package id.capaian.extension;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** What the schema of a pack's form says about a field. */
final class FormSchema {

    /** Rows of a list for which the schema names no limit: more than people fill in, less than a page can bear. */
    private static final int MOST_ROWS = 50;

    private FormSchema() {
    }

    /** Whether the field is a list of things with fields of their own. */
    static boolean isRows(JsonNode field) {
        return "array".equals(field.path("type").asText())
                && "object".equals(field.path("items").path("type").asText());
    }

    static boolean requires(JsonNode object, String property) {
        return StreamSupport.stream(object.path("required").spliterator(), false)
                .anyMatch(name -> name.asText().equals(property));
    }

    static int mostRows(JsonNode field) {
        return field.path("maxItems").asInt(MOST_ROWS);
    }

    /** Rows that are asked for from the start. */
    static int fewestRows(JsonNode field, boolean required) {
        return Math.max(field.path("minItems").asInt(0), required ? 1 : 0);
    }
}
