package id.capaian.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.capaian.people.CivilNumber.Flaw;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CivilNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "19860926 201505 1 001, NIP, 1986-09-26, MALE",
        "199001312014032002, NIP, 1990-01-31, FEMALE",
        "199202292023212003, PPPK, 1992-02-29, FEMALE",
        "198512312025221999, PPPK, 1985-12-31, MALE",
        "200811012027111001, NIP, 2008-11-01, MALE",
    })
    void readsBothKindsOfNumber(String text, CivilNumber.Kind kind, LocalDate birth, CivilNumber.Sex sex) {
        assertEquals(Optional.empty(), CivilNumber.flawOf(text, TODAY));
        CivilNumber number = new CivilNumber(CivilNumber.compact(text));
        assertEquals(kind, number.kind());
        assertEquals(birth, number.birthDate());
        assertEquals(sex, number.sex());
    }

    @ParameterizedTest
    @CsvSource({
        "19860926201505100, NOT_18_DIGITS",
        "1986092620150510011, NOT_18_DIGITS",
        "1986O9262015051001, NOT_18_DIGITS",
        "198602302015051001, BIRTH_DATE",
        "199102292023212003, BIRTH_DATE",
        "198613012015051001, BIRTH_DATE",
        "198609262015131001, PPPK_FREQUENCY",
        "198609262015201001, PPPK_FREQUENCY",
        "198609262015001001, APPOINTMENT",
        "198609262003051001, APPOINTMENT",
        "198609262028011001, APPOINTMENT",
        "199202292028212003, APPOINTMENT",
        "198609262015053001, SEX",
        "198609262015050001, SEX",
        "198609262015051000, SERIAL",
    })
    void saysWhatIsWrong(String text, Flaw flaw) {
        assertEquals(Optional.of(flaw), CivilNumber.flawOf(text, TODAY));
    }

    @Test
    void takesAPppkForNoMonth() {
        assertEquals(CivilNumber.Kind.PPPK, new CivilNumber("199202292023212003").kind());
        assertEquals(CivilNumber.Kind.NIP, new CivilNumber("199202292023122003").kind());
    }

    @Test
    void neverShowsItselfInFull() {
        CivilNumber number = new CivilNumber("198609262015051001");
        assertEquals("1986***********001", number.toString());
        assertFalse(new Person(null, number, null, "Budi", "PNS", null).toString().contains(number.value()));
    }
}
