package id.capaian.load;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who is generated: how many employees each tenant has.
 *
 * @param staff employees of tenant 1, 2 and so on
 */
public record Nation(List<Integer> staff) {

    /** Tenants of one size. */
    public static Nation of(int tenants, int staff) {
        return new Nation(Collections.nCopies(tenants, staff));
    }

    /** The same and more tenants of another size. */
    public Nation and(int tenants, int size) {
        return new Nation(Stream.concat(staff.stream(), Collections.nCopies(tenants, size).stream()).toList());
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

    /** Numbers of all tenants with so many employees. */
    public List<Integer> ofSize(int size) {
        return IntStream.rangeClosed(1, tenants()).filter(tenant -> staffOf(tenant) == size).boxed().toList();
    }
}
