package id.capaian.extension.host;

import id.capaian.plugin.api.PackDescriptor;

/**
 * What is known of a pack that passed every check.
 *
 * @param provider   who wrote it, as its manifest says
 * @param descriptor what it offers
 */
public record VerifiedPack(String provider, PackDescriptor descriptor) {
}
