package id.capaian.kernel.health;

/** The node was asked to end: whoever works in the background stops now. Fired once, and waits for its observers. */
public record NodeLeaves() {
}
