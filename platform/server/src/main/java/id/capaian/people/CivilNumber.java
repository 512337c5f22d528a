package id.capaian.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The number a civil servant is known by: a NIP (PNS, domain.md 12.1) or an NI PPPK (12.2), both 18 digits. Digits
 * 13-14 tell them apart: a month in a NIP, a count from 21 in an NI PPPK. There is no check digit.
 *
 * <p>Personal data: {@link #toString} masks it, so that a log line or an error never carries it in full.
 *
 * @param value 18 digits without spaces
 */
public record CivilNumber(String value) {

    /** Which of the two numbers it is. */
    public enum Kind { NIP, PPPK }

    /** Sex as the fifteenth digit writes it. */
    public enum Sex { MALE, FEMALE }

    /** Why a text is no civil number; each is a text {@code people.number.<lower case>} with its remedy. */
    public enum Flaw { NOT_18_DIGITS, BIRTH_DATE, APPOINTMENT, PPPK_FREQUENCY, SEX, SERIAL }

    private static final int DIGITS = 18;
    private static final int FIRST_PPPK_FREQUENCY = 21;
    private static final int YOUNGEST = 18;

    public CivilNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not 18 digits");
        }
    }

    /** Takes the spaces of the usual grouping out: {@code 19860926 201505 1 001}. */
    public static String compact(String text) {
        return text.replace(" ", "");
    }

    /** Whether it is 18 digits; whether they make sense says {@link #flawOf}. */
    public static boolean isWellFormed(String digits) {
        // No pattern: files of people ask this several times a row.
        return digits.length() == DIGITS && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /**
     * What is wrong with a text as a civil number.
     *
     * @param text  digits, grouping spaces allowed
     * @param today the tenant's date; an appointment may lie at most one year ahead of it
     * @return empty when nothing is
     */
    public static Optional<Flaw> flawOf(String text, LocalDate today) {
        String digits = compact(text);
        if (!isWellFormed(digits)) {
            return Optional.of(Flaw.NOT_18_DIGITS);
        }
        return new CivilNumber(digits).flaw(today);
    }

    private Optional<Flaw> flaw(LocalDate today) {
        LocalDate birth;
        try {
            birth = birthDate();
        } catch (DateTimeException e) {
            return Optional.of(Flaw.BIRTH_DATE);
        }
        if (number(12, 14) > 12 && number(12, 14) < FIRST_PPPK_FREQUENCY) {
            return Optional.of(Flaw.PPPK_FREQUENCY);
        }
        if (!isPlausibleAppointment(birth, today)) {
            return Optional.of(Flaw.APPOINTMENT);
        }
        if (value.charAt(14) != '1' && value.charAt(14) != '2') {
            return Optional.of(Flaw.SEX);
        }
        return number(15, 18) == 0 ? Optional.of(Flaw.SERIAL) : Optional.empty();
    }

    private boolean isPlausibleAppointment(LocalDate birth, LocalDate today) {
        int year = number(8, 12);
        if (kind() == Kind.PPPK) {
            return year >= birth.getYear() + YOUNGEST && year <= today.getYear() + 1;
        }
        if (number(12, 14) == 0 || year == 0) {
            return false;
        }
        LocalDate lastDayOfMonth = LocalDate.of(year, number(12, 14), 1).plusMonths(1).minusDays(1);
        return !lastDayOfMonth.isBefore(birth.plusYears(YOUNGEST))
                && !lastDayOfMonth.withDayOfMonth(1).isAfter(today.plusYears(1));
    }

    /** NI PPPK when digits 13-14 are no month. */
    public Kind kind() {
        return number(12, 14) > 12 ? Kind.PPPK : Kind.NIP;
    }

    /**
     * Date of birth as the first eight digits say.
     *
     * @throws DateTimeException when there is no such date; {@link #flawOf} finds that first
     */
    public LocalDate birthDate() {
        return LocalDate.of(number(0, 4), number(4, 6), number(6, 8));
    }

    /** Sex as the fifteenth digit says. */
    public Sex sex() {
        return value.charAt(14) == '1' ? Sex.MALE : Sex.FEMALE;
    }

    /** Year of birth and the last three digits only: enough to recognise one's own, too little to identify anybody. */
    public String masked() {
        return value.substring(0, 4) + "***********" + value.substring(15);
    }

    private int number(int from, int to) {
        return Integer.parseInt(value, from, to, 10);
    }

    /** The masked form. */
    @Override
    public String toString() {
        return masked();
    }
}
