package id.capaian.plugin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.capaian.plugin.api.Form;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormAnswersTest {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

    private Form form;

    @BeforeEach
    void readForm() throws PackInvalid {
        form = new SamplePack().read().descriptor().form("sample.daily@1").orElseThrow();
    }

    private List<FieldError> errors(String json, Locale locale) {
        return FormAnswers.validate(form, json, locale);
    }

    @Test
    void acceptsGoodAnswers() {
        assertEquals(List.of(), errors("{\"served\": 3, \"day\": \"2026-02-28\", \"code\": \"aaa\"}", INDONESIAN));
    }

    @Test
    void saysAtTheFieldWhatIsMissing() {
        assertEquals(List.of(new FieldError("/served", "required", "Wajib diisi.")), errors("{}", INDONESIAN));
        assertEquals(List.of(new FieldError("/served", "required", "Required.")), errors("{}", Locale.UK));
    }

    @Test
    void saysTheLimitAsTheLanguageWritesNumbers() {
        String json = "{\"served\": -1, \"hours\": 8}";
        assertEquals(List.of(new FieldError("/served", "minimum", "Paling kecil 0."),
                new FieldError("/hours", "maximum", "Paling besar 7,5.")), errors(json, INDONESIAN));
        assertEquals("At most 7.5.", errors(json, Locale.ENGLISH).get(1).message());
    }

    @Test
    void prefersTheFormsOwnWords() {
        String json = "{\"served\": 1, \"why\": \"other\"}";
        assertEquals(List.of(new FieldError("/note", "required", "Jelaskan alasannya.")), errors(json, INDONESIAN));
        assertEquals("Say why.", errors(json, Locale.ENGLISH).get(0).message());
    }

    @Test
    void looksIntoRows() {
        assertEquals(List.of(new FieldError("/rows/1/name", "minLength", "Paling sedikit 3 karakter.")),
                errors("{\"served\": 1, \"rows\": [{\"name\": \"abc\"}, {\"name\": \"a\"}]}", INDONESIAN));
    }

    @Test
    void refusesUnknownFieldsDatesThatAreNoneAndWhatIsNoJson() {
        assertEquals("additionalProperties", errors("{\"served\": 1, \"x\": 1}", INDONESIAN).get(0).keyword());
        assertEquals("format", errors("{\"served\": 1, \"day\": \"2026-02-30\"}", INDONESIAN).get(0).keyword());
        assertEquals("json", errors("{\"served\": 1", INDONESIAN).get(0).keyword());
        assertEquals("json", errors("[".repeat(100_000), INDONESIAN).get(0).keyword());
        assertEquals("maxLength", errors("\"" + "a".repeat(300_000) + "\"", INDONESIAN).get(0).keyword());
    }

    @Test
    void answersInTimeWhateverThePattern() {
        String json = "{\"served\": 1, \"code\": \"" + "a".repeat(5_000) + "!\"}";
        assertTimeoutPreemptively(Duration.ofSeconds(2),
                () -> assertEquals("pattern", errors(json, INDONESIAN).get(0).keyword()));
    }
}
