package id.capaian.load;

import java.util.Locale;
import java.util.UUID;

/**
 * A generated employee. All ids follow from the two numbers, so that client, generator and floor agree without asking.
 *
 * @param tenant number of the tenant, from 1
 * @param number number of the employee in the tenant, from 0
 */
public record Person(int tenant, int number) {

    static final int RESULTS = 8;
    static final int INDICATORS = 16;
    /** Far from other numbers in a statement, so that it can be told from them. */
    static final long FIRST_VERSION = 1_000_000;

    private static final int UNIT_SIZE = 10;
    private static final long EPOCH = 0x0190_0000_0000L;

    /** What an id is of. */
    public enum Kind { UNIT, POSITION, EMPLOYEE, ASSIGNMENT, PLAN, VERSION, RESULT, INDICATOR, READING, ENTRY, SUBJECT,
        EVALUATION, RUN, SUGGESTION, GRANT }

    /** Code of a tenant; neighbours in number lie in different pools. */
    public static String code(int tenant) {
        return String.format(Locale.ROOT, "load%02d", tenant);
    }

    public String code() {
        return code(tenant);
    }

    /** An id of the shape of UUIDv7, ascending with n as ids made one after the other are. */
    public static UUID id(int tenant, Kind kind, long n) {
        return new UUID((EPOCH + n) << 16 | 0x7000L,
                0x8000_0000_0000_0000L | (long) kind.ordinal() << 48 | (long) tenant << 32);
    }

    public UUID own(Kind kind) {
        return id(tenant, kind, number);
    }

    public UUID unit() {
        return id(tenant, Kind.UNIT, number / UNIT_SIZE);
    }

    UUID position() {
        return id(tenant, Kind.POSITION, 0);
    }

    UUID result(int n) {
        return id(tenant, Kind.RESULT, (long) number * RESULTS + n);
    }

    UUID indicator(int n) {
        return id(tenant, Kind.INDICATOR, (long) number * INDICATORS + n);
    }

    UUID entry(int n) {
        return id(tenant, Kind.ENTRY, (long) number * INDICATORS + n);
    }

    /** Whom a token is of. */
    public String subject() {
        return own(Kind.SUBJECT).toString();
    }
}
