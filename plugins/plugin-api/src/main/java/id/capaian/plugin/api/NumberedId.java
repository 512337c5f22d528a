package id.capaian.plugin.api;

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
}
