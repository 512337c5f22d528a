package id.capaian.plugin.api;

import java.util.Map;
import java.util.Objects;

/**
 * A form as data: the platform renders it, checks the answers on the server and stores them with the form's id.
 *
 * <p>Example: {@code samarinda.progress@1}. A changed form is a new number; old answers keep their form.
 *
 * @param id       {@code <region>.<form>@<n>}
 * @param name     title people see
 * @param purpose  where it is offered
 * @param schema   JSON Schema 2020-12 of the answers, as JSON text; an object without remote references
 * @param uiSchema layout in the JSON Forms subset (VerticalLayout, HorizontalLayout, Group, Control, rules SHOW and
 *                 HIDE, options multi and radio), as JSON text
 * @param texts    by language ({@code id}, {@code en}): text key to text. Keys are the JSON pointer-like scope of a
 *                 control with its last word, e.g. {@code served.label}, {@code served.description},
 *                 {@code served.error.minimum}, {@code class.enum.info}, {@code group.counts}
 */
public record Form(
        String id,
        LocalizedText name,
        FormPurpose purpose,
        String schema,
        String uiSchema,
        Map<String, Map<String, String>> texts) {

    public Form {
        NumberedId.check("form", id, "samarinda.progress@1");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(uiSchema, "uiSchema");
        texts = Sorted.deepCopy(texts);
    }
}
