package id.capaian.keycloak.signon;

/**
 * What the path of a request says about who must be signed in. The only place that reads areas out of paths.
 *
 * @param area the area addressed; null when the address belongs to none (assets, health, the sign-in callback)
 * @param api  true under {@code /api/}: callers there are never redirected
 * @param open true for a tenant's public pages, where nobody is ever identified
 */
record Address(Area area, boolean api, boolean open) {

    /** A path that different readers could understand differently; it is refused as a whole. */
    static final Address MALFORMED = new Address(null, false, false);

    private static final Address NO_AREA = new Address(null, false, false);
    private static final String PUBLIC = "publik";

    /**
     * Reads an undecoded path as it stands in the request line.
     *
     * @param path path below the context root, beginning with a slash, without query
     */
    static Address of(String path) {
        if (isAmbiguous(path)) {
            return MALFORMED;
        }
        int end = wordEnd(path, 1);
        String first = path.substring(1, end);
        if (first.indexOf('%') >= 0) {
            // No area is written so, and what comes after us would read one out of it.
            return MALFORMED;
        }
        if (!first.equals("api")) {
            boolean open = word(path, end + 1).equals(PUBLIC);
            return Area.ofPageWord(first).map(area -> new Address(area, false, open && area.tenant() != null))
                    .orElse(NO_AREA);
        }
        String second = word(path, end + 1);
        boolean open = word(path, end + second.length() + 2).equals(PUBLIC);
        return Area.ofApiWord(second).map(area -> new Address(area, true, open && area.tenant() != null))
                .orElse(new Address(null, true, false));
    }

    /**
     * True when the container, the REST layer and we might disagree about the path's words: dot segments, empty
     * segments, path parameters, and such things hidden behind percent signs.
     */
    private static boolean isAmbiguous(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            return true;
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == ';' || c == '\\' || c <= ' ' || c == '%' && hidesSyntax(path, i)) {
                return true;
            }
            if (c == '/' && (path.startsWith("//", i) || isDotSegment(path, i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hidesSyntax(String path, int at) {
        if (at + 2 >= path.length()) {
            return true;
        }
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        int hidden = high * 16 + low;
        return high < 0 || low < 0 || hidden < ' ' || hidden == '/' || hidden == '\\' || hidden == ';' || hidden == '.'
                || hidden == '%';
    }

    private static boolean isDotSegment(String path, int from) {
        int end = wordEnd(path, from);
        int length = end - from;
        return (length == 1 || length == 2) && path.charAt(from) == '.' && path.charAt(end - 1) == '.';
    }

    private static String word(String path, int from) {
        return from > path.length() ? "" : path.substring(from, wordEnd(path, from));
    }

    private static int wordEnd(String path, int from) {
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.length() : slash;
    }
}
