package id.capaian.kernel.problem;

/** An argument of a problem that is itself a text, said in the reader's language when the problem is answered. */
public record TextKey(String key) {
}
