package id.capaian.kernel.page;

/** A term and what it is, for lists of facts. */
public record Fact(String term, String detail) {
}
