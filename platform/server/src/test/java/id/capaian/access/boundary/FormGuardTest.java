package id.capaian.access.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class FormGuardTest {

    @Test
    void findsTheTokenOfAForm() {
        assertEquals("a-b_c", FormGuard.tokenIn("_token=a-b_c&number=12", false));
        assertEquals("a=b", FormGuard.tokenIn("number=12&_token=a%3Db", false));
    }

    @Test
    void findsTheTokenOfAnUpload() {
        String body = "--x\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\nabc\r\n--x\r\n";
        assertEquals("abc", FormGuard.tokenIn(body, true));
    }

    @Test
    void takesNoOtherFieldForIt() {
        assertNull(FormGuard.tokenIn("my_token=abc", false));
        assertNull(FormGuard.tokenIn("--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n_token=abc\r\n", true));
    }
}
