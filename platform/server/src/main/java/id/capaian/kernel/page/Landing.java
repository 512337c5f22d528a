package id.capaian.kernel.page;

import java.util.Optional;

/**
 * Leads the caller from the home page to another, while there is one thing to do before all others. Implementations are
 * application-scoped beans; they run on every visit of the home page, each opening its own use case, and must be cheap.
 */
public interface Landing {

    /** Path below the tenant; empty for the home page itself. */
    Optional<String> path();
}
