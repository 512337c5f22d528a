package id.capaian.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.capaian.kernel.page.PlainNumber;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a browser sent for a pack's form. It judges nothing: what does not fit the schema stays for its check. */
final class FormReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final MultivaluedMap<String, String> sent;
    private final boolean keepsEmptyRows;

    /** {@code keepsEmptyRows}: as somebody sees the form who is still writing; else rows without an answer are none. */
    FormReader(MultivaluedMap<String, String> sent, boolean keepsEmptyRows) {
        this.sent = sent;
        this.keepsEmptyRows = keepsEmptyRows;
    }

    /** Answers of the fields of an object, whose names begin with {@code prefix}; fields left empty are left out. */
    ObjectNode read(JsonNode object, String prefix) {
        ObjectNode answers = NODES.objectNode();
        object.path("properties").properties().forEach(property -> {
            String name = prefix + property.getKey();
            JsonNode answer = FormSchema.isRows(property.getValue())
                    ? rows(property.getValue(), name) : answer(property.getValue(), values(name));
            if (answer != null) {
                answers.set(property.getKey(), answer);
            }
        });
        return answers;
    }

    private List<String> values(String name) {
        return sent.getOrDefault(name, List.of()).stream().map(String::strip).filter(value -> !value.isEmpty())
                .toList();
    }

    private ArrayNode rows(JsonNode field, String name) {
        ArrayNode rows = NODES.arrayNode();
        for (int number : numbers(name)) {
            ObjectNode row = read(field.path("items"), name + "." + number + ".");
            if (keepsEmptyRows || !isEmpty(row)) {
                rows.add(row);
            }
        }
        return rows.isEmpty() ? null : rows;
    }

    /** Numbers of the rows sent, in their order; gaps do not matter. */
    private TreeSet<Integer> numbers(String name) {
        Pattern row = Pattern.compile(Pattern.quote(name) + "\\.(\\d{1,3})\\..+");
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String field : sent.keySet()) {
            Matcher matcher = row.matcher(field);
            if (matcher.matches()) {
                numbers.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return numbers;
    }

    /** A box that is not ticked says nothing either. */
    private static boolean isEmpty(ObjectNode row) {
        return row.properties().stream().map(answer -> answer.getValue())
                .allMatch(answer -> answer.isBoolean() && !answer.asBoolean());
    }

    private static JsonNode answer(JsonNode field, List<String> values) {
        String type = field.path("type").asText();
        if ("boolean".equals(type)) {
            return NODES.booleanNode(!values.isEmpty());
        }
        if (values.isEmpty()) {
            return null;
        }
        if ("array".equals(type)) {
            ArrayNode array = NODES.arrayNode();
            values.forEach(array::add);
            return array;
        }
        return "integer".equals(type) || "number".equals(type) ? number(values.get(0)) : NODES.textNode(values.get(0));
    }

    /** A number as people here write it; what is none stays text, so that the check of the form says so. */
    private static JsonNode number(String written) {
        try {
            return NODES.numberNode(new BigDecimal(PlainNumber.of(written)));
        } catch (NumberFormatException e) {
            return NODES.textNode(written);
        }
    }
}
