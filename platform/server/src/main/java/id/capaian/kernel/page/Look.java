package id.capaian.kernel.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * What the shell of one page shows.
 *
 * @param base       what addresses of the area begin with, e.g. {@code /samarinda}; empty outside areas
 * @param tenantName name of the tenant, null where none is addressed
 * @param callerName name of the reader, null when nobody is signed on
 * @param roles      the reader's roles
 * @param menu       navigation, in order
 * @param formToken  what forms of this page carry
 * @param flashKey   key of a message from the page before, or null
 */
public record Look(Language language, ZoneId zone, String path, String switchHref, String base, String tenantName,
        String callerName, Set<String> roles, List<MenuItem> menu, String formToken, String flashKey) {
}
