package id.capaian.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Codes that lost the zeros in front on their way through a spreadsheet: {@code 101} where {@code 0101} is meant. They
 * are told, never mended, because both may exist.
 */
public final class LostZeros {

    private final Set<String> known;
    private final Map<String, String> byRest = new HashMap<>();

    /** @param known codes that are there already */
    public LostZeros(Collection<String> known) {
        this.known = Set.copyOf(known);
        known.forEach(code -> byRest.putIfAbsent(rest(code), code));
    }

    /**
     * Notes a problem when a new code differs from a known one, or an earlier row's, by zeros in front only. A known
     * code is meant as it stands, whatever else is known.
     */
    public void judge(ImportRow row, String column) {
        String code = row.text(column);
        if (code == null || known.contains(code)) {
            return;
        }
        String like = byRest.putIfAbsent(rest(code), code);
        if (like != null && !like.equals(code)) {
            row.problem(column, "people.import.zerosLost", code, like);
        }
    }

    /** Notes that nothing has the row's code, and what it may be meant for. */
    public void unknown(ImportRow row, String column) {
        if (!isLost(row, column)) {
            row.problem(column, "people.import.unknownCode", row.text(column));
        }
    }

    /** Whether the row's code, which nothing has, differs from a known one by zeros in front only; a problem then. */
    public boolean isLost(ImportRow row, String column) {
        String code = row.text(column);
        String like = byRest.get(rest(code));
        if (like != null) {
            row.problem(column, "people.import.zerosLost", code, like);
        }
        return like != null;
    }

    /** Zeros in front of a digit do not count. */
    private static String rest(String code) {
        int zeros = 0;
        while (zeros < code.length() - 1 && code.charAt(zeros) == '0' && Character.isDigit(code.charAt(zeros + 1))) {
            zeros++;
        }
        return code.substring(zeros);
    }
}
