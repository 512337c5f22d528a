package id.capaian.plugin.engine;

import static id.capaian.plugin.engine.PackProblemsTest.tells;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.plugin.api.Document;
import id.capaian.plugin.api.DocumentOffer;
import id.capaian.plugin.api.DocumentPurpose;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.Mark;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an author can get wrong in a document, told one by one. */
class DocumentProblemsTest {

    private static final String ID = "documents/thanks@1.id.txt";
    private static final String EN = "documents/thanks@1.en.txt";
    private static final String REMEDY = " → give id, purpose, name and offer; see the plugin guide, 5b";

    /** The sample with a document that is right; it begins in line 5 of its pack.json. */
    private static SamplePack sample() {
        return new SamplePack().change("pack.json", "\"name\": {\"id\": \"Harian\", \"en\": \"Daily\"}}]}", """
                "name": {"id": "Harian", "en": "Daily"}}],
                 "documents": [{"id": "sample.thanks@1", "purpose": "RECOGNITION",
                   "name": {"id": "Apresiasi", "en": "Recognition"},
                   "offer": {"flags": ["CAPPED"], "result": ["ABOVE"], "behaviour": ["ABOVE", "MEETS"]}}]}""")
                .with(ID, "# Apresiasi\n\nUntuk {name}, {index}, {step:NH_part}.\n")
                .with(EN, "# Recognition\n\nFor {name}, {index}, {step:NH_part}.\n");
    }

    private static SamplePack listing(String from, String to) {
        return sample().change("pack.json", from, to);
    }

    private static SamplePack saying(String id, String en) {
        return sample().with(ID, id).with(EN, en);
    }

    @Test
    void readsOneThatIsRight() throws PackInvalid {
        Document thanks = sample().read().descriptor().document("sample.thanks@1").orElseThrow();
        assertEquals(DocumentPurpose.RECOGNITION, thanks.purpose());
        assertEquals(new DocumentOffer(Set.of(Flag.Code.CAPPED), Set.of(Mark.ABOVE), Set.of(Mark.ABOVE, Mark.MEETS)),
                thanks.offer());
        assertTrue(thanks.body().en().startsWith("# Recognition"));
        assertEquals(List.of(), new SamplePack().read().descriptor().documents());
    }

    @Test
    void offersWhatAsksForNothingWithEveryResult() throws PackInvalid {
        assertEquals(DocumentOffer.ALWAYS, listing("""
                ,
                   "offer": {"flags": ["CAPPED"], "result": ["ABOVE"], "behaviour": ["ABOVE", "MEETS"]}""", "")
                .read().descriptor().documents().get(0).offer());
    }

    @Test
    void aPlaceNobodyFills() {
        tells(ID + ":1: unknown place {salary} → write one of [name, post, unit, government, period, result, behaviour,"
                + " predicate, index, date, training], or step:<name of a step>\n"
                + EN + ":2: unknown place {salary} → write one of [name, post, unit, government, period, result,"
                + " behaviour, predicate, index, date, training], or step:<name of a step>",
                saying("Gaji {salary}", "Your\nsalary {salary}"));
        tells(ID + ":1: has a brace that opens or closes nothing → write a place as {name}",
                saying("{name", "name"));
        tells(ID + ":1: {training} stands in other text → write it alone in an item: - {training}\n"
                + EN + ":1: {training} stands in other text → write it alone in an item: - {training}",
                saying("Ikuti {training}", "- Take {training}"));
    }

    @Test
    void aStepNoFormulaMakes() {
        tells(ID + ":2: wants step NX, which no formula makes → write one of [NH, NH_part, NP, NR, achievement.SAM.A,"
                + " achievement.SAM.B, term.SAM.A, term.SAM.B]\n"
                + EN + ":1: wants step NX, which no formula makes → write one of [NH, NH_part, NP, NR,"
                + " achievement.SAM.A, achievement.SAM.B, term.SAM.A, term.SAM.B]",
                saying("Nilai\n{step:NX}", "Value {step:NX} and {step:term.SAM.A}").change(ID, "Nilai",
                        "Nilai {step:term.SAM.A}"));
    }

    @Test
    void aLanguageThatIsMissingOrSaysSomethingElse() {
        tells(EN + ": is missing or empty → say it in both languages", sample().without(EN));
        tells(ID + ": is missing or empty → say it in both languages", sample().with(ID, " \n"));
        tells(EN + ": does not say [{index}], the other language does → say the same in both languages",
                saying("{name} {index}", "{name}"));
    }

    @Test
    void aBodyThatIsTooLongOrLaidOutByItself() {
        tells(ID + ": has 6001 characters, at most 6000 → keep it to a page or two",
                saying("x".repeat(6001), "x"));
        tells(ID + ":1: has markup → write plain text; the platform lays it out", saying("<b>x</b>", "x"));
        tells(ID + ":1: begins with # and no blank after it → write \"# \" before a heading, \"- \" before an item;"
                + " there are no others", saying("## x", "x"));
    }

    @Test
    void anEntryOfTheListThatIsWrong() {
        tells("pack.json:5: \"purpose\" is \"SANCTION\", must be one of [RECOGNITION, DEVELOPMENT]" + REMEDY,
                listing("RECOGNITION", "SANCTION"));
        tells("pack.json:7: flag CALIBRATION_NEEDED speaks about raters, a document about a person's own result"
                + REMEDY, listing("CAPPED", "CALIBRATION_NEEDED"));
        tells("pack.json:7: \"result\" is \"GOOD\", must be one of [ABOVE, MEETS, BELOW]" + REMEDY,
                listing("[\"ABOVE\"]", "[\"GOOD\"]"));
        tells("pack.json:7: unknown word \"when\" → write one of [behaviour, flags, result], or leave it out",
                listing("\"flags\": [\"CAPPED\"]", "\"when\": \"NH > 5\""));
        tells("pack.json:5: document id \"sample.thanks\" must look like samarinda.advice@1" + REMEDY,
                listing("thanks@1", "thanks").with("documents/thanks.id.txt", "x")
                        .with("documents/thanks.en.txt", "x"));
        tells("(descriptor): ids start with different regions [other, sample] → use one name before the dot",
                listing("sample.thanks@1", "other.thanks@1"));
    }

    @Test
    void aDocumentThatIsListedTwiceOrOneTooMany() {
        String entry = "{\"id\": \"sample.thanks@1\", \"purpose\": \"RECOGNITION\","
                + " \"name\": {\"id\": \"A\", \"en\": \"R\"}}";
        tells("pack.json:5: document sample.thanks@1 is listed twice → keep one",
                listing("\"documents\": [", "\"documents\": [" + entry + ","));
        SamplePack many = listing("\"documents\": [", "\"documents\": [" + (entry + ",").repeat(20));
        assertTrue(assertThrows(PackInvalid.class, many::read).getMessage().endsWith(
                "pack.json:5: is one document too many: a pack has at most 20 → leave out what nobody needs"));
        tells("(descriptor): a form and a document are both called sample.daily@1 → call the document otherwise:"
                + " released-ids.txt names both in one list",
                listing("sample.thanks@1", "sample.daily@1").with("documents/daily@1.id.txt", "x")
                        .with("documents/daily@1.en.txt", "x"));
    }
}
