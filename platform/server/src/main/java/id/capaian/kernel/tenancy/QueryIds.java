package id.capaian.kernel.tenancy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Sets of ids as parameters of the mapping's queries. The text of a query counts them, and a connection keeps the plan of
 * every text it has met (46 kB each, deploy/load): so they come in few lengths.
 */
public final class QueryIds {

    private static final int STEP = 1_024;

    private QueryIds() {
    }

    /**
     * The same ids, the last one repeated until there are 1, 2, 4 and so on, beyond 1,024 a multiple of that; none stay
     * none.
     */
    public static <T> List<T> padded(Collection<T> ids) {
        List<T> padded = new ArrayList<>(ids);
        int length = length(padded.size());
        while (padded.size() < length) {
            padded.add(padded.get(padded.size() - 1));
        }
        return padded;
    }

    private static int length(int size) {
        return size > STEP ? (size + STEP - 1) / STEP * STEP : size < 2 ? size : Integer.highestOneBit(size - 1) * 2;
    }
}
