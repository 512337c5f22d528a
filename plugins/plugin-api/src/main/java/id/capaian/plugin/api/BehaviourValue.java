package id.capaian.plugin.api;

/** The seven values of conduct of civil servants (BerAKHLAK), in the order the law prints them. Example: LOYAL. */
public enum BehaviourValue {
    /** Berorientasi pelayanan. */
    SERVICE("Berorientasi pelayanan", "Service-oriented"),
    /** Akuntabel. */
    ACCOUNTABLE("Akuntabel", "Accountable"),
    /** Kompeten. */
    COMPETENT("Kompeten", "Competent"),
    /** Harmonis. */
    HARMONIOUS("Harmonis", "Harmonious"),
    /** Loyal. */
    LOYAL("Loyal", "Loyal"),
    /** Adaptif. */
    ADAPTIVE("Adaptif", "Adaptive"),
    /** Kolaboratif. */
    COLLABORATIVE("Kolaboratif", "Collaborative");

    private final LocalizedText label;

    BehaviourValue(String id, String en) {
        this.label = new LocalizedText(id, en);
    }

    /** The value's name as people see it. */
    public LocalizedText label() {
        return label;
    }
}
