package id.capaian.extension.fuel;

/**
 * Thrown through a pack's code to end it. An error, so that no pack catches it by accident; one that catches everything
 * gets it again at its next step.
 */
final class PackStop extends Error {

    private static final long serialVersionUID = 1L;

    /** Without a trace: it may be thrown very often, and a trace would keep the pack's classes. */
    PackStop(String message) {
        super(message, null, false, false);
    }
}
