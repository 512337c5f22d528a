package id.capaian.registry.control;

/**
 * A pack a government can be offered.
 *
 * @param name of its newest version, in Indonesian
 */
public record StagedPack(String packId, String name) {
}
