package id.capaian.load;

import id.capaian.local.LocalException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who is generated: how many employees each tenant has.
 *
 * @param staff employees of tenant 1, 2 and so on
 * @param plan  how much the plan of each holds
 */
public record Nation(List<Integer> staff, PlanSize plan) {

    /** Most tenants: codes of governments are made of 38 provinces and 30 numbers each. */
    static final int MOST_TENANTS = 1_000;
    /** Readings of an indicator are told apart by ten million times their number. */
    static final int MOST_STAFF = 60_000;

    public Nation {
        staff = List.copyOf(staff);
        if (staff.isEmpty() || staff.size() > MOST_TENANTS
                || staff.stream().anyMatch(size -> size < 1 || size > MOST_STAFF)) {
            throw new LocalException("A nation has 1 to " + MOST_TENANTS + " tenants of 1 to " + MOST_STAFF
                    + " people.");
        }
    }

    /** Tenants of one size. */
    public static Nation of(int tenants, int staff) {
        return new Nation(Collections.nCopies(tenants, staff), PlanSize.USUAL);
    }

    /** The same and more tenants of another size. */
    public Nation and(int tenants, int size) {
        return new Nation(Stream.concat(staff.stream(), Collections.nCopies(tenants, size).stream()).toList(), plan);
    }

    /** The same people with other plans. */
    Nation with(PlanSize other) {
        return new Nation(staff, other);
    }

    public int tenants() {
        return staff.size();
    }

    /** Employees of a tenant, whose numbers begin with 1. */
    public int staffOf(int tenant) {
        return staff.get(tenant - 1);
    }

    /** Everybody. */
    public int people() {
        return staff.stream().mapToInt(Integer::intValue).sum();
    }

    /** The many of the usual size: all that are as large as tenant 1. */
    public List<Integer> mixed() {
        return ofSize(staffOf(1));
    }

    /** The tenant with most people. */
    public int largest() {
        return staff.indexOf(Collections.max(staff)) + 1;
    }

    /** Numbers of all tenants. */
    public List<Integer> all() {
        return IntStream.rangeClosed(1, tenants()).boxed().toList();
    }

    /** So many tenants, evenly taken out of all. */
    public List<Integer> sample(int count) {
        int wanted = Math.min(count, tenants());
        return IntStream.range(0, wanted).mapToObj(i -> 1 + i * tenants() / wanted).toList();
    }

    /** Numbers of all tenants with so many employees. */
    public List<Integer> ofSize(int size) {
        return IntStream.rangeClosed(1, tenants()).filter(tenant -> staffOf(tenant) == size).boxed().toList();
    }
}
