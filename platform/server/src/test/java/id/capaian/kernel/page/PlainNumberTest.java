package id.capaian.kernel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5.200|5200", "5200|5200", "83,6|83.6", "83.6|83.6", "1.234,5|1234.5", "0.125|0.125",
        "12.34|12.34", "1.000.000|1000000", "-3,5|-3.5", "5 200|5200", "0,5|0.5"})
    void readsNumbersAsPeopleWriteThem(String written, String meant) {
        assertEquals(meant, PlainNumber.of(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234.56", "1,2,3", "1234.567,8", "1.23.456", "5.2000,1", "banyak"})
    void makesNoNumberOfWhatIsNone(String written) {
        assertThrows(NumberFormatException.class, () -> new BigDecimal(PlainNumber.of(written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.200", "1.000.000", "-12.345", " 5.200 "})
    void saysWhatAFileLeavesOpen(String written) {
        assertTrue(PlainNumber.isAmbiguous(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5200", "5,200", "0.950", "1.234,5", "83.6", "5.2000", "1234.567"})
    void saysWhatAFileSaysClearly(String written) {
        assertFalse(PlainNumber.isAmbiguous(written));
    }
}
