package id.capaian.registry.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.registry.control.Government;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningFormTest {

    private static final Government TAKEN = new Government("65.71", "Kota Tarakan", "CITY", "65", "Kalimantan Utara",
            "Asia/Makassar", null, null);

    @Test
    void readsCodesAndNumbersAsPeopleWriteThem() {
        assertEquals("64.72", OpeningForm.governmentCode(" 6472 "));
        assertEquals("64.72", OpeningForm.governmentCode("64.72"));
        assertEquals("64", OpeningForm.governmentCode("64"));
        assertEquals("198001012005011001", OpeningForm.username("19800101 200501 1 001"));
        assertEquals("admin.kota 2", OpeningForm.username(" admin.kota 2 "));
    }

    @Test
    void takesTheProposedCodeOnlyWhereNoneWasTyped() {
        Government free = new Government("65.71", "Kota Tarakan", "CITY", "65", "Kalimantan Utara", "Asia/Makassar",
                "tarakan", null);
        assertEquals("tarakan", OpeningForm.empty("k").filledBy(free).code());
        assertEquals("kotatarakan", typed("kotatarakan").filledBy(free).code());
        assertEquals("", OpeningForm.empty("k").filledBy(TAKEN).code());
    }

    private static OpeningForm typed(String code) {
        return new OpeningForm("65.71", code, "", "", "", List.of(), "k");
    }
}
