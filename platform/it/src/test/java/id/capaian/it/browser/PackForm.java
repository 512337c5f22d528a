package id.capaian.it.browser;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.List;

/** The part of a form that comes from a pack. */
public final class PackForm {

    private PackForm() {
    }

    /** Fills what the pack's form asks for, whatever the region. */
    public static void fill(Visitor visitor) {
        List<Locator> fields = visitor.page().locator("[name^='form.'][required]").all();
        assertFalse(fields.isEmpty(), "the pack asks for something");
        fields.forEach(field -> {
            if ("date".equals(field.getAttribute("type"))) {
                visitor.type(field, LocalDate.of(2026, 11, 23));
            } else if ("radio".equals(field.getAttribute("type"))) {
                visitor.choose(field);
            } else if ("checkbox".equals(field.getAttribute("type"))) {
                visitor.tick(field);
            } else if ("SELECT".equals(field.evaluate("element => element.tagName"))) {
                visitor.choose(field, 1);
            } else {
                String mode = String.valueOf(field.getAttribute("inputmode"));
                visitor.type(field, List.of("numeric", "decimal").contains(mode) ? "3" : "Layanan berjalan baik.");
            }
        });
    }
}
