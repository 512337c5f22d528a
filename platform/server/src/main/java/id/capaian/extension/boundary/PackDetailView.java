package id.capaian.extension.boundary;

import id.capaian.extension.PackParameter;
import java.time.Instant;
import java.util.List;

/**
 * A version of a pack, looked at closely, on its page and in the API.
 *
 * @param offered       whether it may be enabled; false for one that is enabled still but no longer offered
 * @param compatibility whether it fits this platform
 * @param trust         who stands for it
 * @param examples      the pack's own examples, which every server calculates before it lets a pack in
 * @param comparison    what differs from the version in force
 * @param reads         what its formulas get to know
 * @param parameters    what a region may set
 * @param bindings      where the tenant has enabled this version
 */
public record PackDetailView(PackView pack, boolean offered, PackCompatibility compatibility, PackTrust trust,
        PackExamples examples, PackComparison comparison, PackReads reads, List<PackParameter> parameters,
        List<BindingView> bindings) {

    /** What is known of something that servers check. */
    public enum Verdict { YES, NO, NOT_CHECKED }

    /**
     * Whether it fits.
     *
     * @param range    versions of the plugin API it works with, as its author wrote it; null when it cannot be read
     * @param platform version of the plugin API this platform speaks
     */
    public record PackCompatibility(String range, String platform, Verdict fits) {
    }

    /**
     * The signature.
     *
     * @param publisher    who wrote the pack; null when it cannot be read
     * @param keyId        which key signed it
     * @param trustedFrom  since when the key is good; null when the platform knows it no more
     * @param trustedUntil until when packs it signs are taken in; null for no end
     * @param revokedAt    when the key was withdrawn; null when it was not
     */
    public record PackTrust(String publisher, String keyId, Instant trustedFrom, Instant trustedUntil,
            Instant revokedAt) {
    }

    /**
     * Golden cases.
     *
     * @param names what each shows, in its author's words
     */
    public record PackExamples(int count, Verdict passed, List<String> names) {
    }

    /**
     * What changed.
     *
     * @param state       SAME when this version is the one in force, NONE when no pack is, UNKNOWN when this server
     *                    could not look into the one in force, else LISTED
     * @param withName    title of the pack in force; null when there is none
     * @param withVersion its version; null when there is none
     */
    public record PackComparison(String state, String withName, String withVersion, List<PackChange> changes) {
    }

    /**
     * What formulas get to know.
     *
     * @param marks  whether the marks of the seven values of conduct are among it
     * @param raters whether counts about a rater's list are among it
     */
    public record PackReads(List<IndicatorRead> indicators, boolean marks, boolean raters) {
    }

    /**
     * An indicator that is read.
     *
     * @param frequency   how often a fresh value is due: DAILY, WEEKLY, MONTHLY, QUARTERLY or YEARLY
     * @param attribution whose values: PERSON, TEAM, UNIT or SERVICE
     */
    public record IndicatorRead(String code, String name, String unit, String source, String frequency,
            String attribution) {
    }
}
