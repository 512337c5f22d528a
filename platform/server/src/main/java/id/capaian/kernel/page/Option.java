package id.capaian.kernel.page;

/** One choice of a list or of radio buttons. */
public record Option(String value, String label) {
}
