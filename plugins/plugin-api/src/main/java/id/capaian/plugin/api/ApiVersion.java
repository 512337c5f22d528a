package id.capaian.plugin.api;

/**
 * Which API this is: what a pack's {@code Plugin-Requires} is held against. Versioned apart from the platform.
 *
 * <p>Example: {@code Plugin-Requires: >=1.1.0 & <2.0.0} of a pack that raises {@link Flag.Code#CALIBRATION_NEEDED},
 * which came with 1.1.0.
 */
public final class ApiVersion {

    /** Semantic version of this API. */
    public static final String CURRENT = "1.2.0";

    private ApiVersion() {
    }
}
