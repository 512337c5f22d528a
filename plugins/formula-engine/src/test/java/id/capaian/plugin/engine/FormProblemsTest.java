package id.capaian.plugin.engine;

import static id.capaian.plugin.engine.PackProblemsTest.tells;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What an author can get wrong in a form or in the schema of the parameters, told one by one. */
class FormProblemsTest {

    private static final String SCHEMA = "forms/daily@1.schema.json";
    private static final String LAYOUT = "forms/daily@1.ui.json";
    private static final String PARAMETERS = "parameters.schema.json";

    @Test
    void aTextAFormShows() {
        tells("forms/daily@1.id.json: text note.label is missing → add it; " + LAYOUT + ":4 shows it",
                new SamplePack().change("forms/daily@1.id.json", "\"note.label\": \"Catatan\", ", ""));
    }

    @Test
    void aSchemaThatIsNone() {
        assertTrue(assertThrows(PackInvalid.class, new SamplePack().change(SCHEMA, "\"integer\"", "\"whole\"")::read)
                .getMessage().startsWith(SCHEMA + ":2: /properties/served/type: "));
        tells(SCHEMA + ":4: is not valid JSON: Unexpected character ('\"' (code 34)): was expecting comma to separate"
                + " Object entries → correct the syntax",
                new SamplePack().change(SCHEMA, "\"maximum\": 7.5},", "\"maximum\": 7.5}"));
        tells(SCHEMA + ":1: lets answers carry anything → write \"additionalProperties\": false",
                new SamplePack().change(SCHEMA, "\"additionalProperties\": false, ", ""));
        tells(SCHEMA + ":4: refers to https://example.org/s → refer only inside the form, with #/$defs/…",
                new SamplePack().change(SCHEMA, "\"pattern\": \"^(a+)+$\"", "\"$ref\": \"https://example.org/s\""));
        tells(SCHEMA + ":4: refers to #/$defs/x, which is not there → correct it",
                new SamplePack().change(SCHEMA, "\"pattern\": \"^(a+)+$\"", "\"$ref\": \"#/$defs/x\""));
        tells(SCHEMA + ":2: /properties/served/minimum has more digits than an answer can need"
                + " → write a number people can read",
                new SamplePack().change(SCHEMA, "\"minimum\": 0", "\"minimum\": 1E+999999999"));
    }

    @Test
    void aLayoutThatDoesNotFitTheSchema() {
        tells(LAYOUT + ":3: shows #/properties/when, which the schema does not have → name one of [code, day, hours,"
                + " note, rows, served, why], as #/properties/<name>",
                new SamplePack().change(LAYOUT, "\"#/properties/why\"}", "\"#/properties/when\"}"));
        tells(LAYOUT + ":5: has a rule that looks at #/properties/when, which the schema does not have → name one of"
                + " [code, day, hours, note, rows, served, why], as #/properties/<name>",
                new SamplePack().change(LAYOUT, "\"scope\": \"#/properties/why\", \"schema\"",
                        "\"scope\": \"#/properties/when\", \"schema\""));
        tells(SCHEMA + ":1: requires hours, which the layout does not show → show it with a Control in " + LAYOUT
                + ", or do not require it",
                new SamplePack().change(SCHEMA, "[\"served\"]", "[\"served\", \"hours\"]"));
        tells(SCHEMA + ":1: requires note, which a rule can hide → require it with if and then,"
                + " where the rule shows it",
                new SamplePack().change(SCHEMA, "[\"served\"]", "[\"served\", \"note\"]"));
        tells(LAYOUT + ":2: unknown element Box → use VerticalLayout, HorizontalLayout, Group or Control\n"
                + SCHEMA + ":1: requires served, which the layout does not show → show it with a Control in " + LAYOUT
                + ", or do not require it",
                new SamplePack().change(LAYOUT, "{\"type\": \"Control\", \"scope\": \"#/properties/served\"}",
                        "{\"type\": \"Box\"}"));
        tells(LAYOUT + ":4: \"options\" is missing → correct the layout; see the plugin guide, 5",
                new SamplePack().change(LAYOUT, "#/properties/note", "#/properties/rows")
                        .change("forms/daily@1.id.json", "note.label", "rows.label")
                        .change("forms/daily@1.en.json", "note.label", "rows.label"));
    }

    @Test
    void aDefaultTheSchemaForbids() {
        assertTrue(assertThrows(PackInvalid.class, new SamplePack().change(PARAMETERS, "0.70", "1.70")::read)
                .getMessage().startsWith(PARAMETERS + ":2: default of share does not fit: "));
        tells(PARAMETERS + ":3: parameter motto: \"default\" is missing"
                + " → describe each parameter with type and default",
                new SamplePack().change(PARAMETERS, ", \"default\": \"melayani\"", ""));
    }
}
