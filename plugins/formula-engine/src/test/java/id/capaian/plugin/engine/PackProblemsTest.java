package id.capaian.plugin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.PackDescriptor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing an author can get wrong, told one by one: where it is, what it is, and what to do. */
class PackProblemsTest {

    private static final String FORMULA = "formulas/plain@2025.json";
    private static final String EXPRESSION = "p['share'] * NH";
    private static final String PARAMETERS = "parameters.schema.json";

    /** Exactly this problem and no other. */
    static void tells(String expected, SamplePack sample) {
        assertEquals(expected, assertThrows(PackInvalid.class, sample::read).getMessage());
    }

    private static void tellsOfExpression(String expression, String what, String remedy) {
        tells(FORMULA + ":8: step NH_part: " + what + " → " + remedy,
                new SamplePack().change(FORMULA, EXPRESSION, expression));
    }

    private static void reads(String expression) throws PackInvalid {
        new SamplePack().change(FORMULA, EXPRESSION, expression).read();
    }

    @Test
    void anUnknownIndicatorInASet() {
        tells("sets.json:5: unknown indicator SAM.X → add it to indicators.csv, or correct the code",
                new SamplePack().change("sets.json", "\"SAM.B\"", "\"SAM.X\""));
    }

    @Test
    void anUnknownIndicatorInAFormula() {
        tellsOfExpression("'SAM.X' in c ? NH : NP", "unknown indicator SAM.X",
                "add it to indicators.csv, or correct the code");
        tells(FORMULA + ":6: unknown indicator SAM.X → add it to indicators.csv, or correct the code",
                new SamplePack().change(FORMULA, "\"needs\"", "\"extraIndicators\": [\"SAM.X\"], \"needs\""));
        tells(FORMULA + ":7: unknown indicator SAM.X → add it to indicators.csv, or correct the code",
                new SamplePack().change(FORMULA, "\"steps\"", "\"limits\": [{\"indicator\": \"SAM.X\","
                        + " \"ceiling\": \"100\", \"text\": {\"id\": \"T\", \"en\": \"T\"}}], \"steps\""));
    }

    @Test
    void aFlagAboutSomethingNobodyKnows() {
        tells(FORMULA + ":7: flag CAPPED speaks about SAM.X, which nobody knows → name an indicator,"
                + " a value of conduct, or one of the steps [NH, NH_part, NP, NR]",
                new SamplePack().change(FORMULA, "\"steps\"",
                "\"flags\": [{\"code\": \"CAPPED\", \"about\": \"SAM.X\", \"when\": \"NH > 100\","
                        + " \"text\": {\"id\": \"T\", \"en\": \"T\"}}], \"steps\""));
    }

    @Test
    void weightsThatAreNot100() {
        tells("sets.json:2: set sample.health: weights sum to 99, not 100 → give 1 more",
                new SamplePack().change("sets.json", "\"weight\": 40", "\"weight\": 39"));
        tells("sets.json:2: set sample.health: weights sum to 100.5, not 100 → take 0.5 away",
                new SamplePack().change("sets.json", "\"weight\": 40", "\"weight\": 40.5"));
    }

    @Test
    void aSetThatNamesAnIndicatorTwice() {
        tells("sets.json:5: set sample.health: indicator SAM.A is named twice → keep one, with both weights added",
                new SamplePack().change("sets.json", "\"SAM.B\"", "\"SAM.A\""));
    }

    @Test
    void theWrongType() {
        tells("sets.json:5: \"weight\" is not a number: forty → correct the set; see the plugin guide, 3",
                new SamplePack().change("sets.json", "\"weight\": 40", "\"weight\": \"forty\""));
        tells(FORMULA + ":3: \"subject\" is \"PEOPLE\", must be one of [PERSON, RATER, UNIT]"
                + " → correct the formula; see the plugin guide, 4",
                new SamplePack().change(FORMULA, "\"PERSON\"", "\"PEOPLE\""));
        tells(FORMULA + ":6: \"needs\" must be a list: [ … ] → correct the formula; see the plugin guide, 4",
                new SamplePack().change(FORMULA, "[\"RESULTS\", \"BEHAVIOUR\"]", "\"RESULTS\""));
        tells(FORMULA + ":9: \"label\" must be {\"id\": …, \"en\": …} → correct the formula; see the plugin guide, 4",
                new SamplePack().change(FORMULA, "{\"id\": \"Rekap\", \"en\": \"Index\"}", "\"Rekap\""));
        tellsOfExpression("NH > 5", "gives true or false", "write a number");
        tellsOfExpression("'text'", "gives a string", "write a number");
        tells("indicators.csv:3: SAM.B: direction is \"LESS\", must be one of [MAX, MIN, RANGE_MAX, RANGE_MIN, ZERO]"
                + " → correct the row; see the plugin guide, 3",
                new SamplePack().change("indicators.csv", "MIN,impor", "LESS,impor"));
        tells(PARAMETERS + ":3: parameter motto: type is array, must be one of [boolean, integer, number, string]"
                + " → describe each parameter with type and default",
                new SamplePack().change(PARAMETERS, "\"string\"", "\"array\""));
    }

    @Test
    void aStepThatUsesALaterOne() {
        SamplePack sample = new SamplePack().change(FORMULA, "NH_part + 0.30 * NP", "0.30 * NP")
                .change(FORMULA, EXPRESSION, "NR");
        tells(FORMULA + ":8: step NH_part: uses NR, which is made later → write step NR before step NH_part",
                sample);
    }

    @Test
    void stepsThatNeedEachOther() {
        tellsOfExpression("NR", "needs itself: NH_part → NR → NH_part (cycle)",
                "make one of them without the others");
        tellsOfExpression("NH_part + NH", "needs itself: NH_part → NH_part (cycle)",
                "make one of them without the others");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "NH / (NP - 100)                              | (NP - 100)",
        "NP / NH                                      | NH",
        "NH / p['share']                              | p['share']",
        "NH / (p['share'] * 2)                        | (p['share'] * 2)",
        "NH / round(p['share'])                       | round(p['share'])",
        "'SAM.A' in v ? NH / v['SAM.A'] : NH          | v['SAM.A']",
        "NH >= 0 ? NP / NH : NH                       | NH",
        "NH > 0 && NP / (NH - 50) > 1 ? NH : NP       | (NH - 50)",
        "NH > 0 ? NP : NP / NH                        | NH",
        "c.exists(k, 100 / c[k] > 1) ? NH : NP        | c[k]",
        "NH / (NH > 50 ? NH : NP - 60)                | ((NH > 50) ? NH : (NP - 60))",
    })
    void aDivisionThatCanBeByZero(String expression, String by) {
        tellsOfExpression(expression, "divides by " + by + ", which can be 0", "ask first: " + by
                + " > 0 ? … : …; a refusal that refuses such people will do,"
                + " or a parameter with a \"minimum\" above 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[].avg() | takes the mean of nothing, a division by 0 | name the numbers: [NH, NP].avg()",
        "achieve('MAX', NH, NH) | measures against the target NH, which can be 0 (a division by 0) or below"
                + " | ask first: NH > 0 ? … : …, or give the parameter a \"minimum\" above 0",
        "achieve('LESS', NH, NP) | achieves in no direction: 'LESS' | write 'MAX', 'MIN' or 'ZERO'",
    })
    void otherDivisionsThatCanBeByZero(String expression, String what, String remedy) {
        tellsOfExpression(expression, what, remedy);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "NH / 0.80", "NP / NP * 100", "NH / (p['share'] + 1)", "NH / max(1, NH)", "NH / min(NP, 7)",
        "NH > 0 ? NP / NH : NH", "NH <= 0 ? NP : NP / NH", "!(NH > 0) ? NP : NP / NH",
        "NH > 0 && NP / NH > 1 ? NH : NP", "NH <= 0 || NP / NH > 1 ? NH : NP",
        "NP > 100 ? NH / (NP - 100) : NH", "0 < NH ? NP / NH : NH",
        "'SAM.A' in v && v['SAM.A'] > 0 ? NH / v['SAM.A'] : NH",
        "c.all(k, c[k] > 0 && 100 / c[k] > 1) ? NH : NP", "NH / [NP, dec(60)].avg()", "achieve('MIN', NH, NP)",
        "round(NH / 3, 4)", "NH / (NH >= 50 ? NH : NP)",
    })
    void divisionsThatCannotBeByZeroAreNone(String expression) throws PackInvalid {
        reads(expression);
    }

    @Test
    void aRefusalKnownToRefuseIsAskedEnough() throws PackInvalid {
        SamplePack divides = new SamplePack().change(FORMULA, EXPRESSION, "min(120, NP / NH)");
        divides.change(FORMULA, "\"steps\"", """
                "refusals": [{"reason": "RULE", "when": "NH <= 0", "text": {"id": "Nol.", "en": "Zero."}}],
                "steps\"""").read();
        SamplePack reads = new SamplePack().change(FORMULA, EXPRESSION, "v['SAM.A']");
        reads.change(FORMULA, "\"steps\"", """
                "refusals": [{"reason": "RULE", "when": "!('SAM.A' in v)", "text": {"id": "Tak ada.", "en": "None."}}],
                "steps\"""").read();
    }

    @Test
    void aTenantsSettingThatDividesByZero() throws PackInvalid {
        SamplePack above = new SamplePack().change(FORMULA, EXPRESSION, "NH / p['share']");
        above.change(PARAMETERS, "\"minimum\": 0,", "\"exclusiveMinimum\": 0,").read();
        SamplePack from = new SamplePack().change(FORMULA, EXPRESSION, "NH / p['share']");
        from.change(PARAMETERS, "\"minimum\": 0,", "\"minimum\": 0.1,").read();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "c['SAM.A']               | reads c['SAM.A'], which is absent when it was left out | 'SAM.A' in c",
        "v['SAM.A'] + NH          | reads v['SAM.A'], which is absent when it was left out | 'SAM.A' in v",
        "f['days']                | reads f['days'], which is absent when it was left out  | 'days' in f",
        "'SAM.A' in v ? v['SAM.B'] : NH | reads v['SAM.B'], which is absent when it was left out | 'SAM.B' in v",
        "'SAM.A' in c ? NH : c['SAM.A'] | reads c['SAM.A'], which is absent when it was left out | 'SAM.A' in c",
    })
    void aValueThatCanBeAbsent(String expression, String what, String question) {
        tellsOfExpression(expression, what,
                "ask first: " + question + " ? … : …; a refusal that refuses such people will do");
    }

    @Test
    void aNameMadeWhileComputing() {
        tellsOfExpression("c.exists(k, p[k] > 1) ? NH : NP", "reads p[k] by a name made while computing",
                "write the name in quotes");
    }

    @Test
    void textsInOneLanguageOnly() {
        tells("texts/en.json: text about is missing → say it in both languages; texts/id.json has it",
                new SamplePack().with("texts/en.json", "{}"));
        tells(FORMULA + ":9: \"label\" lacks a text: a text needs both languages: id=\"Rekap\", en=\"\""
                + " → correct the formula; see the plugin guide, 4",
                new SamplePack().change(FORMULA, "\"en\": \"Index\"", "\"en\": \"\""));
        tells("indicators.csv:3: SAM.B: unit_en is empty → correct the row; see the plugin guide, 3",
                new SamplePack().change("indicators.csv", "jam,hours", "jam,"));
        tells("pack.json:2: \"name\" lacks a text: a text needs both languages: id=\"Contoh\", en=\"\""
                + " → see the plugin guide on pack.json",
                new SamplePack().change("pack.json", "\"en\": \"Sample\"", "\"en\": \"\""));
        tells("forms/daily@1.en.json: text extra.note is missing → say it in both languages;"
                + " forms/daily@1.id.json has it",
                new SamplePack().change("forms/daily@1.id.json", "{\"served", "{\"extra.note\": \"Ekstra\", \"served"));
    }

    @Test
    void idsThatAreThereTwice() {
        tells("indicators.csv:4: SAM.B is described twice → keep one row",
                new SamplePack().change("indicators.csv", text -> text + text.lines().toList().get(2) + "\n"));
        tells("sets.json:8: set sample.health has a set already → keep one\n"
                + "sets.json:8: job family health has a set already → keep one", new SamplePack().change("sets.json",
                text -> text.replace("]}]", "]},") + text.replaceFirst("\\[", "")));
        tells("pack.json:5: form sample.daily@1 is listed twice → keep one",
                new SamplePack().change("pack.json", "]}", ",\n {\"id\": \"sample.daily@1\", \"purpose\": \"PROGRESS\","
                        + " \"name\": {\"id\": \"Harian\", \"en\": \"Daily\"}}]}"));
        tells(FORMULA + ":9: step name NH_part is taken or malformed → use 2 to 41 letters, digits and _,"
                + " not NH or NP, each name once",
                new SamplePack().change(FORMULA, "\"name\": \"NR\"", "\"name\": \"NH_part\"")
                .change(FORMULA, "\"index\": \"NR\"", "\"index\": \"NH_part\""));
        tells("parameters.schema.json:3: is not valid JSON: Duplicate Object property \"share\" → correct the syntax",
                new SamplePack().change(PARAMETERS, "\"motto\"", "\"share\""));
    }

    @Test
    void aSecondFormOfAPurposeThatThePagesShowOneOf() throws PackInvalid {
        tells("(descriptor): has more than one form of purpose PROGRESS: sample.daily@1, sample.weekly@1"
                + " → keep one name, which the pages show, and join their fields",
                new SamplePack().withForm("weekly@1", "PROGRESS"));
        assertEquals(3, new SamplePack().withForm("weekly@1", "DEVELOPMENT").withForm("monthly@1", "DEVELOPMENT").read()
                .descriptor().newestForms().size());
    }

    @Test
    void aFormWithANewNumberIsAskedInPlaceOfTheOldOne() throws PackInvalid {
        PackDescriptor descriptor = new SamplePack().withForm("daily@10", "PROGRESS").withForm("daily@9", "PROGRESS")
                .read().descriptor();
        assertEquals(List.of("sample.daily@10"), descriptor.newestForms().stream().map(Form::id).toList());
        assertTrue(descriptor.form("sample.daily@1").isPresent());
    }

    @Test
    void aWordNobodyReads() {
        tells(FORMULA + ":7: unknown word \"refusal\" → write one of [behaviour, description, extraIndicators, flags,"
                + " id, index, limits, name, needs, refusals, result, steps, subject], or leave it out",
                new SamplePack().change(FORMULA, "\"steps\"", "\"refusal\": [], \"steps\""));
        tells("sets.json:5: unknown word \"wieght\" → write one of [aspect, high, indicator, low, result, target,"
                + " weight], or leave it out",
                new SamplePack().change("sets.json", "\"weight\": 40", "\"weight\": 40, \"wieght\": 40"));
    }

    @Test
    void moreThanPeopleCanFollow() {
        String step = "{\"name\": \"S%d\", \"label\": {\"id\": \"S\", \"en\": \"S\"}, \"expr\": \"NH\"},";
        StringBuilder steps = new StringBuilder("\"steps\": [");
        for (int i = 0; i < 60; i++) {
            steps.append(step.formatted(i));
        }
        tells(FORMULA + ":7: has 62 steps, at most 60 → correct the formula; see the plugin guide, 4",
                new SamplePack().change(FORMULA, "\"steps\": [", steps.toString()));
    }
}
