package id.capaian.load;

import id.capaian.local.LocalException;
import java.util.Arrays;
import java.util.List;

/**
 * What a run is asked to do.
 *
 * @param tenants   numbers of tenants to spread requests over, each measured by itself, ascending
 * @param staff     employees of each tenant
 * @param callers   employees of each tenant who send requests, in turn
 * @param clients   requests under way at once; also the connections of pgbench
 * @param warmUp    requests of each kind before its first measurement
 * @param settle    requests before each measurement, for connections to meet the tenants of that mix, and transactions of
 *                  pgbench not counted
 * @param reads     requests measured of "own plan", for each number of tenants; 0 leaves them out
 * @param writes    requests measured of "save progress", likewise
 * @param profile   whether to say where the server's time goes, after the measurements
 * @param firstPort PostgreSQL's port; the server's and the token issuer's are the next two
 */
record Options(List<Integer> tenants, int staff, int callers, int clients, int warmUp, int settle, int reads,
        int writes, boolean profile, int firstPort) {

    private static final Options FULL =
            new Options(List.of(2, 50), 100, 8, 4, 100_000, 5_000, 50_000, 50_000, true, 29_000);

    Options {
        tenants = tenants.stream().sorted().distinct().toList();
        require(tenants.size() > 0 && tenants.get(0) >= 1 && tenants.get(tenants.size() - 1) <= 99,
                "--tenants takes numbers from 1 to 99");
        require(clients >= 2 && clients <= 16 && clients % 2 == 0, "--clients is an even number from 2 to 16");
        require(callers >= clients && callers + clients <= staff,
                "--staff has room for 8 callers, or as many as --clients, and for one more of each client");
        require(staff <= 1_000, "--staff is at most 1000");
        require(Math.max(reads, Math.max(writes, warmUp)) <= 1_000_000, "a million requests is the most");
    }

    /** Reads the command line; see the README. */
    static Options of(String[] arguments) {
        Options options = FULL;
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--quick")) {
                options = options.sized(2_000, 1_000, 5_000, 5_000);
            } else if (i + 1 < arguments.length) {
                options = options.with(name, arguments[++i]);
            } else {
                throw new LocalException(name + " is not an option, or lacks its value: see deploy/load/README.md.");
            }
        }
        return options;
    }

    private Options sized(int newWarmUp, int newSettle, int newReads, int newWrites) {
        return new Options(tenants, staff, callers, clients, newWarmUp, newSettle, newReads, newWrites, profile,
                firstPort);
    }

    private Options with(String name, String value) {
        if (name.equals("--tenants")) {
            return new Options(Arrays.stream(value.split(",")).map(Integer::valueOf).toList(), staff, callers, clients,
                    warmUp, settle, reads, writes, profile, firstPort);
        }
        if (name.equals("--profile")) {
            return new Options(tenants, staff, callers, clients, warmUp, settle, reads, writes,
                    Boolean.parseBoolean(value), firstPort);
        }
        int number = Integer.parseInt(value);
        return switch (name) {
            case "--staff" -> new Options(tenants, number, callers, clients, warmUp, settle, reads, writes, profile,
                    firstPort);
            case "--clients" -> new Options(tenants, staff, Math.max(callers, number), number, warmUp, settle, reads,
                    writes, profile, firstPort);
            case "--warm-up" -> sized(number, settle, reads, writes);
            case "--settle" -> sized(warmUp, number, reads, writes);
            case "--reads" -> sized(warmUp, settle, number, writes);
            case "--writes" -> sized(warmUp, settle, reads, number);
            case "--port" -> new Options(tenants, staff, callers, clients, warmUp, settle, reads, writes, profile,
                    number);
            default -> throw new LocalException(name + " is not an option: see deploy/load/README.md.");
        };
    }

    int mostTenants() {
        return tenants.get(tenants.size() - 1);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new LocalException(sentence + ": see deploy/load/README.md.");
        }
    }
}
