package id.capaian.local.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * An invented civil servant in a post.
 *
 * @param nip    18 digits: a NIP or an NI PPPK (domain.md 12.1, 12.2)
 * @param status PNS or PPPK
 * @param grade  {@code III/a} of a PNS, {@code IX} of a PPPK
 * @param sex    L or P
 * @param unit   code
 * @param post   code
 * @param family job family of the post
 */
record Servant(String nip, String name, String front, String back, String status, String grade, String sex, String unit,
        String post, String family) {

    private static final int BIRTH_DIGITS = 8;

    /** Whether {@code post@unit} stands for this one too; a job family or {@code *} for any in place of the post. */
    boolean isAt(String place) {
        String[] parts = place.split("@", 2);
        return (parts[0].equals("*") || parts[0].equals(post) || parts[0].equals(family))
                && (parts[1].equals("*") || parts[1].equals(unit));
    }

    LocalDate birth() {
        return LocalDate.parse(nip.substring(0, BIRTH_DIGITS), DateTimeFormatter.BASIC_ISO_DATE);
    }
}
