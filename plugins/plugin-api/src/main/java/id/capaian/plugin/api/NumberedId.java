package id.capaian.plugin.api;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Ids of what is never changed once released, but gets a new number: {@code <region>.<name>@<n>}. */
final class NumberedId {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*@[1-9][0-9]*");

    private NumberedId() {
    }

    /** @throws IllegalArgumentException when it is not one */
    static void check(String what, String id, String example) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(what + " id \"" + id + "\" must look like " + example);
        }
    }

    /** Of each name the one with the highest number, in the order in which the names come first. */
    static <T> List<T> newest(List<T> all, Function<T, String> id) {
        Map<String, T> newest = new LinkedHashMap<>();
        Comparator<T> byNumber = Comparator.comparing(each -> number(id.apply(each)));
        all.forEach(each -> newest.merge(name(id.apply(each)), each, BinaryOperator.maxBy(byNumber)));
        return List.copyOf(newest.values());
    }

    private static String name(String id) {
        return id.substring(0, id.indexOf('@'));
    }

    private static BigInteger number(String id) {
        return new BigInteger(id.substring(id.indexOf('@') + 1));
    }
}
