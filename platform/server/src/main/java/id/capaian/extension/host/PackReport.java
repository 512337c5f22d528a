package id.capaian.extension.host;

import id.capaian.extension.PackCondition;

/**
 * What this node has to say about a pack.
 *
 * @param key       which
 * @param condition how far it has come
 * @param reason    {@code <Refusal>: <detail>} when FAILED, else null
 */
public record PackReport(PackKey key, PackCondition condition, String reason) {
}
