package id.capaian.local.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Numbers of invented people, by the rules of domain.md 12.1 and 12.2; none twice in a government. */
final class CivilNumbers {

    /** Digits 13-14 of an NI PPPK count from here where a NIP has a month. */
    private static final int FIRST_CONTRACT = 21;
    private static final int[] USUAL_MONTHS = {1, 3, 12};
    private static final int LAST_YEAR = 2024;

    private final Set<String> taken = new HashSet<>();

    /** Remembers a number that is given. */
    void take(String number) {
        taken.add(number);
    }

    /**
     * A new one.
     *
     * @param pppk   whether it is an NI PPPK
     * @param senior whether it is somebody of the age of heads of offices
     * @param sex    L or P
     */
    String next(boolean pppk, boolean senior, String sex, Random dice) {
        int year = senior ? 1967 + dice.nextInt(12) : 1976 + dice.nextInt(22);
        LocalDate birth = LocalDate.of(year, 1, 1).plusDays(dice.nextInt(365));
        String appointment = pppk ? Integer.toString(2021 + dice.nextInt(4)) + FIRST_CONTRACT
                : String.format(Locale.ROOT, "%d%02d", Math.min(year + 22 + dice.nextInt(5), LAST_YEAR),
                        USUAL_MONTHS[dice.nextInt(USUAL_MONTHS.length)]);
        String stem = birth.format(DateTimeFormatter.BASIC_ISO_DATE) + appointment + (sex.equals("L") ? "1" : "2");
        for (int serial = 1;; serial++) {
            String number = stem + String.format(Locale.ROOT, "%03d", serial);
            if (taken.add(number)) {
                return number;
            }
        }
    }
}
