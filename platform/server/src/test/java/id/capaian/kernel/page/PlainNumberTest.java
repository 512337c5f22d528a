package id.capaian.kernel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5.200|5200", "5200|5200", "83,6|83.6", "83.6|83.6", "1.234,5|1234.5", "0.125|0.125",
        "12.34|12.34", "1.000.000|1000000", "-3,5|-3.5", "5 200|5200", "0,5|0.5"})
    void readsNumbersAsPeopleWriteThem(String written, String meant) {
        assertEquals(meant, PlainNumber.of(written));
    }
}
