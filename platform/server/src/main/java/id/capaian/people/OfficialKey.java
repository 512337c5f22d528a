package id.capaian.people;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an official who is no civil servant is known by inside a tenant, e.g. {@code walikota}: chosen once by the
 * personnel agency, of the post and not of the person's name, so that a file may be sent again.
 *
 * @param value lower-case letters, digits and hyphens, a letter first, 2 to 40
 */
public record OfficialKey(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public OfficialKey {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("no key of an official");
        }
    }

    /** As people type it: in any case, with blanks around. */
    public static String compact(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a compact text is one. */
    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }
}
