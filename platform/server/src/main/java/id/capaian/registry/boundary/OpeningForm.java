package id.capaian.registry.boundary;

import id.capaian.registry.control.Government;
import id.capaian.registry.control.Opening;
import java.util.List;

/**
 * What was typed to open a government; empty texts for what was not.
 *
 * @param key id of the order this form becomes
 */
public record OpeningForm(String governmentCode, String code, String adminUsername, String adminName, String adminEmail,
        List<String> pack, String key) {

    public OpeningForm {
        pack = List.copyOf(pack);
    }

    /** Nothing typed yet. */
    static OpeningForm empty(String key) {
        return new OpeningForm("", "", "", "", "", List.of(), key);
    }

    /** The same with what the reference data says of a government, where nothing else was typed. */
    OpeningForm filledBy(Government government) {
        String proposed = government.proposedCode() == null ? "" : government.proposedCode();
        return new OpeningForm(government.code(), code.isEmpty() ? proposed : code, adminUsername, adminName,
                adminEmail, pack, key);
    }

    /** The same with a key of its own, when its key belongs to another form. */
    OpeningForm sentAnew(String newKey) {
        return new OpeningForm(governmentCode, code, adminUsername, adminName, adminEmail, pack, newKey);
    }

    Opening opening() {
        return new Opening(governmentCode, code, adminUsername, adminName, adminEmail, pack);
    }

    /** As people write it: with or without the dot, spaces around. */
    static String governmentCode(String typed) {
        String plain = text(typed);
        return plain.matches("\\d{4}") ? plain.substring(0, 2) + "." + plain.substring(2) : plain;
    }

    /** People group the digits of a number; an account's name is left as it is. */
    static String username(String typed) {
        String plain = text(typed);
        return plain.matches("[\\d\\s]+") ? plain.replaceAll("\\s", "") : plain;
    }

    static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
