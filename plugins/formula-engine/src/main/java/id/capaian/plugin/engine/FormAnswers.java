package id.capaian.plugin.engine;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import id.capaian.plugin.api.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * Checks answers against a form of a pack: the one validator of all clients.
 *
 * <p>Compile once per form and keep it; it is thread-safe. Example:
 * {@code FormAnswers.of(form).validate(json, locale)}.
 */
public final class FormAnswers {

    private static final int LARGEST = 262_144;

    private final Form form;
    private final Schema schema;

    private FormAnswers(Form form, Schema schema) {
        this.form = form;
        this.schema = schema;
    }

    /**
     * Compiles a form's schema.
     *
     * @throws IllegalArgumentException when it is no JSON Schema; cannot happen for a pack that passed
     *                                  {@link PackCheck}
     */
    public static FormAnswers of(Form form) {
        try {
            return new FormAnswers(form, Schemas.compile(form.schema()));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("form " + form.id() + " has no usable schema: " + e.getMessage(), e);
        }
    }

    /**
     * Checks answers once; for many answers of one form keep {@link #of}.
     *
     * @param form   the form
     * @param json   answers, a JSON object
     * @param locale language of the messages: English, or Indonesian for all else
     * @return what is wrong, in the order of the fields; empty when nothing is
     */
    public static List<FieldError> validate(Form form, String json, Locale locale) {
        return of(form).validate(json, locale);
    }

    /**
     * Checks answers.
     *
     * @param json   answers, a JSON object
     * @param locale language of the messages: English, or Indonesian for all else
     * @return what is wrong, in the order of the fields; empty when nothing is
     */
    public List<FieldError> validate(String json, Locale locale) {
        FormMessages messages = new FormMessages(form, locale);
        if (json.length() > LARGEST) {
            return List.of(new FieldError("", "maxLength", messages.text("tooLarge", "", List.of())));
        }
        try {
            Optional<String> huge = Json.hugeNumber(Json.MAPPER.readTree(json));
            if (huge.isPresent()) {
                return List.of(new FieldError(huge.get(), "digits", messages.text("digits", huge.get(), List.of())));
            }
        } catch (JacksonException e) {
            return List.of(new FieldError("", "json", messages.text("json", "", List.of())));
        }
        List<FieldError> errors = new ArrayList<>();
        for (Error error : schema.validate(json, InputFormat.JSON)) {
            FieldError fieldError = fieldError(error, messages);
            if (!errors.contains(fieldError)) {
                errors.add(fieldError);
            }
        }
        return errors;
    }

    private static FieldError fieldError(Error error, FormMessages messages) {
        String at = error.getInstanceLocation().toString();
        String keyword = String.valueOf(error.getKeyword());
        // a missing field is reported at its parent; people need it at the field
        String pointer = keyword.equals("required") && error.getProperty() != null
                ? at + "/" + error.getProperty() : at;
        List<Object> arguments = error.getArguments() == null ? List.of() : List.of(error.getArguments());
        return new FieldError(pointer, keyword, messages.text(keyword, pointer, arguments));
    }

    /** Messages by keyword: the form's own text first, then ours. */
    private record FormMessages(Form form, Locale locale) {

        private static final Map<String, String> INDONESIAN = Map.ofEntries(
                Map.entry("required", "Wajib diisi."),
                Map.entry("type", "Isian tidak sesuai jenisnya."),
                Map.entry("minimum", "Paling kecil {0}."),
                Map.entry("maximum", "Paling besar {0}."),
                Map.entry("exclusiveMinimum", "Harus lebih besar dari {0}."),
                Map.entry("exclusiveMaximum", "Harus lebih kecil dari {0}."),
                Map.entry("minLength", "Paling sedikit {0} karakter."),
                Map.entry("maxLength", "Paling banyak {0} karakter."),
                Map.entry("minItems", "Paling sedikit {0} baris."),
                Map.entry("maxItems", "Paling banyak {0} baris."),
                Map.entry("uniqueItems", "Tidak boleh ada yang sama."),
                Map.entry("multipleOf", "Harus kelipatan {0}."),
                Map.entry("enum", "Pilih salah satu pilihan."),
                Map.entry("const", "Isian ini harus tepat seperti yang diminta."),
                Map.entry("format", "Bentuk isian tidak benar."),
                Map.entry("pattern", "Bentuk isian tidak benar."),
                Map.entry("additionalProperties", "Isian ini tidak dikenal."),
                Map.entry("unevaluatedProperties", "Isian ini tidak dikenal."),
                Map.entry("digits", "Angka ini terlalu panjang."),
                Map.entry("tooLarge", "Isian formulir terlalu besar."),
                Map.entry("json", "Isian formulir tidak dapat dibaca."));

        private static final Map<String, String> ENGLISH = Map.ofEntries(
                Map.entry("required", "Required."),
                Map.entry("type", "Not the right kind of answer."),
                Map.entry("minimum", "At least {0}."),
                Map.entry("maximum", "At most {0}."),
                Map.entry("exclusiveMinimum", "Must be above {0}."),
                Map.entry("exclusiveMaximum", "Must be below {0}."),
                Map.entry("minLength", "At least {0} characters."),
                Map.entry("maxLength", "At most {0} characters."),
                Map.entry("minItems", "At least {0} rows."),
                Map.entry("maxItems", "At most {0} rows."),
                Map.entry("uniqueItems", "No two may be the same."),
                Map.entry("multipleOf", "Must be a multiple of {0}."),
                Map.entry("enum", "Choose one of the options."),
                Map.entry("const", "Must be exactly what is asked."),
                Map.entry("format", "Not in the right form."),
                Map.entry("pattern", "Not in the right form."),
                Map.entry("additionalProperties", "Not a field of this form."),
                Map.entry("unevaluatedProperties", "Not a field of this form."),
                Map.entry("digits", "This number is too long."),
                Map.entry("tooLarge", "The answers are too large."),
                Map.entry("json", "The answers cannot be read."));

        String text(String keyword, String pointer, List<Object> arguments) {
            boolean english = "en".equals(locale.getLanguage());
            String language = english ? "en" : "id";
            String own = form.texts().getOrDefault(language, Map.of()).get(key(pointer) + ".error." + keyword);
            if (own != null) {
                return own;
            }
            Map<String, String> messages = english ? ENGLISH : INDONESIAN;
            String message = messages.getOrDefault(keyword, english ? "Not valid." : "Isian tidak benar.");
            String argument = arguments.isEmpty() ? "" : String.valueOf(arguments.get(0));
            return message.replace("{0}", english ? argument : argument.replace('.', ','));
        }

        /** {@code /items/0/name} has its texts under {@code items.name}. */
        private static String key(String pointer) {
            return List.of(pointer.split("/")).stream()
                    .filter(part -> !part.isEmpty() && !part.chars().allMatch(Character::isDigit))
                    .collect(Collectors.joining("."));
        }
    }
}
