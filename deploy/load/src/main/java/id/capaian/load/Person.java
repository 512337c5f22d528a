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

    /** Version of a progress entry as generated: far from other numbers in a statement, to be told from them. */
    public static final long FIRST_VERSION = 1_000_000;
    /** How many a rater rates; the last rater of a tenant may have fewer. */
    public static final int TEAM = 12;

    private static final long EPOCH = 0x0190_0000_0000L;

    /** What an id is of. */
    public enum Kind { UNIT, POSITION, EMPLOYEE, ASSIGNMENT, PLAN, VERSION, RESULT, INDICATOR, READING, ENTRY, SUBJECT,
        EVALUATION, RUN, SUGGESTION, GRANT, RATER_LINE }

    /** Code of a tenant; neighbours in number keep to different connections. */
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

    /** Who rates this person: number 0 rates 1 to 12, number 1 rates 13 to 24 and so on. Null for number 0. */
    public Person rater() {
        return number == 0 ? null : new Person(tenant, (number - 1) / TEAM);
    }

    /** One of those this person rates, by a number from 0 to {@link #TEAM} - 1; whether there is one is not asked. */
    public Person member(int n) {
        return new Person(tenant, number * TEAM + 1 + n);
    }

    /** Those whom one person rates are a unit, whose number is that person's; number 0 belongs to unit 0. */
    public UUID unit() {
        return id(tenant, Kind.UNIT, number == 0 ? 0 : rater().number());
    }

    /** The unit of those this person rates. */
    UUID unitOfTeam() {
        return id(tenant, Kind.UNIT, number);
    }

    UUID position() {
        return id(tenant, Kind.POSITION, 0);
    }

    UUID result(int n) {
        return id(tenant, Kind.RESULT, (long) number * PlanSize.MOST + n);
    }

    /** An indicator of the plan, by a number from 0. */
    public UUID indicator(int n) {
        return id(tenant, Kind.INDICATOR, (long) number * PlanSize.MOST + n);
    }

    /** The progress entry of an indicator. */
    public UUID entry(int n) {
        return id(tenant, Kind.ENTRY, (long) number * PlanSize.MOST + n);
    }

    /** Whom a token is of. */
    public String subject() {
        return own(Kind.SUBJECT).toString();
    }
}
