package id.capaian.plugin.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final LocalizedText TEXT = new LocalizedText("teks", "text");
    private static final List<Flag> PLAIN = List.of();
    private static final List<Flag> TRAINING = List.of(new Flag(Flag.Code.TRAINING_SUGGESTED, "TRI.A", TEXT));

    @Test
    void isOfferedWithEveryResultWhenNothingIsAsked() {
        for (Mark mark : Mark.values()) {
            assertTrue(DocumentOffer.ALWAYS.holds(PLAIN, mark, mark));
        }
    }

    @Test
    void isOfferedWhenOneOfItsFlagsIsRaised() {
        DocumentOffer offer = DocumentOffer.whenRaised(Flag.Code.TRAINING_SUGGESTED);
        assertTrue(offer.holds(TRAINING, Mark.ABOVE, Mark.ABOVE));
        assertFalse(offer.holds(PLAIN, Mark.BELOW, Mark.BELOW));
        assertTrue(new DocumentOffer(Set.of(Flag.Code.CAPPED, Flag.Code.TRAINING_SUGGESTED), Set.of(), Set.of())
                .holds(TRAINING, Mark.MEETS, Mark.MEETS));
    }

    @Test
    void asksForBothRatingsAsTheRaterGaveThem() {
        DocumentOffer offer = new DocumentOffer(Set.of(), Set.of(Mark.ABOVE), Set.of(Mark.ABOVE, Mark.MEETS));
        assertTrue(offer.holds(PLAIN, Mark.ABOVE, Mark.MEETS));
        assertFalse(offer.holds(PLAIN, Mark.MEETS, Mark.MEETS));
        assertFalse(offer.holds(PLAIN, Mark.ABOVE, Mark.BELOW));
    }

    @Test
    void isNeverAboutARater() {
        assertThrows(IllegalArgumentException.class,
                () -> DocumentOffer.whenRaised(Flag.Code.CALIBRATION_NEEDED));
    }

    @Test
    void hasANumberedId() {
        assertEquals("document id \"trial.thanks\" must look like samarinda.advice@1",
                assertThrows(IllegalArgumentException.class, () -> document("trial.thanks")).getMessage());
        assertEquals("form id \"trial.plan\" must look like samarinda.progress@1",
                assertThrows(IllegalArgumentException.class, () -> new Form("trial.plan", TEXT, FormPurpose.PLAN, "{}",
                        "{}", Map.of())).getMessage());
    }

    @Test
    void aPackDescribesEachOnceAndNoneWhenItWasMadeBeforeThereWereAny() {
        Document thanks = document("trial.thanks@1");
        assertEquals(Optional.of(thanks), pack(List.of(thanks)).document("trial.thanks@1"));
        assertEquals(Optional.empty(), pack(List.of(thanks)).document("trial.thanks@2"));
        assertEquals("document trial.thanks@1 is described twice",
                assertThrows(IllegalArgumentException.class, () -> pack(List.of(thanks, thanks))).getMessage());
        PackDescriptor old = new PackDescriptor("region-trial", "1.0.0", TEXT, TEXT, List.of(), List.of(), List.of(),
                List.of(), "{}", Parameters.none(), Map.of());
        assertEquals(pack(List.of()), old);
    }

    private static Document document(String id) {
        return new Document(id, TEXT, DocumentPurpose.RECOGNITION, DocumentOffer.ALWAYS, TEXT);
    }

    private static PackDescriptor pack(List<Document> documents) {
        return new PackDescriptor("region-trial", "1.0.0", TEXT, TEXT, List.of(), List.of(), List.of(), List.of(), "{}",
                Parameters.none(), Map.of(), documents);
    }
}
