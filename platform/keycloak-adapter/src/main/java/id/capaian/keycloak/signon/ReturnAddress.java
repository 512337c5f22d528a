package id.capaian.keycloak.signon;

/** Decides where somebody may be sent after signing in or out: a page of the area they deal with, nothing else. */
final class ReturnAddress {

    private static final int LONGEST = 600;

    private ReturnAddress() {
    }

    /**
     * The wanted path and query when they name a page of the area, else the area's first page.
     *
     * @param wanted path with query, undecoded, as the browser asked for it; may be null
     */
    static String within(Area area, String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !isVisibleAscii(wanted)) {
            return area.home();
        }
        int query = wanted.indexOf('?');
        Address address = Address.of(query < 0 ? wanted : wanted.substring(0, query));
        return area.equals(address.area()) && !address.api() ? wanted : area.home();
    }

    /** Anything else could end a header line or be read differently by some browser. */
    private static boolean isVisibleAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || c == '\\' || c == '#') {
                return false;
            }
        }
        return true;
    }
}
