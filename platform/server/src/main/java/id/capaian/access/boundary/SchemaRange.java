package id.capaian.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Versions of a tenant's tables this release works with. Migrations only expand until the release after, so a newer
 * version is fine unless an operator sets an upper end.
 */
@ApplicationScoped
class SchemaRange {

    private static final String FIRST = "202611292320";
    private static final String OPEN_END = "999999999999";

    private final String from;
    private final String to;

    SchemaRange() {
        this(null, null);
    }

    @Inject
    SchemaRange(@ConfigProperty(name = "capaian.schema.from", defaultValue = FIRST) String from,
            @ConfigProperty(name = "capaian.schema.to", defaultValue = OPEN_END) String to) {
        this.from = from;
        this.to = to;
    }

    /** Whether the version, {@code yyyyMMddHHmm}, is one of them; null, before the tables were made, is not. */
    boolean holds(String version) {
        return version != null && version.compareTo(from) >= 0 && version.compareTo(to) <= 0;
    }
}
