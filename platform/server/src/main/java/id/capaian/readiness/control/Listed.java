package id.capaian.readiness.control;

import java.util.List;

/**
 * Somebody on a list.
 *
 * @param name    with titles
 * @param reasons why, at least one
 */
public record Listed(Post post, String name, List<Reason> reasons) {

    public Listed {
        reasons = List.copyOf(reasons);
    }
}
