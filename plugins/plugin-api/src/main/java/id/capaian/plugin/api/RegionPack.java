package id.capaian.plugin.api;

import org.pf4j.ExtensionPoint;

/**
 * The one extension point: what differs by region.
 *
 * <p>A Java pack has one class that implements it, annotated with {@code org.pf4j.Extension}, with a public no-argument
 * constructor. A data pack has none; the formula engine implements it from the pack's files.
 *
 * <p>Example: the whole pack in the description of this package.
 */
public interface RegionPack extends ExtensionPoint {

    /** What the pack offers. Cheap, always equal. */
    PackDescriptor descriptor();

    /**
     * A formula of {@link PackDescriptor#formulas()}.
     *
     * @param id formula id, e.g. {@code samarinda.service-quality@2025}
     * @throws IllegalArgumentException when the pack has no such formula
     */
    Formula formula(String id);
}
