package id.capaian.registry.control;

/**
 * A pack a government can be offered.
 *
 * @param name of its newest version, in Indonesian; the id when none is known, as of Java packs, which tell it when they
 *             run
 */
public record StagedPack(String packId, String name) {

    /** What one chooses it by. */
    public String label() {
        return name.equals(packId) ? packId : name + " (" + packId + ")";
    }
}
