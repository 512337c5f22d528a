package id.capaian.kernel.page;

import java.util.Set;

/**
 * One entry of the navigation.
 *
 * @param textKey  key of its text
 * @param path     path below the tenant, e.g. {@code /progres}; {@code ""} is the home page
 * @param order    entries are shown from low to high: 10 home, 20 plan, 30 record, 40 feedback, 50 team, 60 region, 90 mine
 * @param roles    who sees it: any of these; empty means everybody who is signed on
 * @param inBar    whether it belongs to the bottom bar of a phone, which holds the first four
 */
public record MenuEntry(String textKey, String path, int order, Set<String> roles, boolean inBar) {

    /** An entry of the side of larger screens and of the phone's menu page, not of the bottom bar. */
    public static MenuEntry of(String textKey, String path, int order, String... roles) {
        return new MenuEntry(textKey, path, order, Set.of(roles), false);
    }

    /** An entry that is also in the bottom bar. */
    public static MenuEntry inBar(String textKey, String path, int order, String... roles) {
        return new MenuEntry(textKey, path, order, Set.of(roles), true);
    }
}
