package id.capaian.plugin.api;

/** Which API this is: what a pack's {@code Plugin-Requires} is held against. Versioned apart from the platform. */
public final class ApiVersion {

    /** Semantic version of this API. */
    public static final String CURRENT = "1.1.0";

    private ApiVersion() {
    }
}
