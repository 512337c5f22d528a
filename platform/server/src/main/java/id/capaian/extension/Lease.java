package id.capaian.extension;

import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;

/** The right to use one version of a pack; it stays loaded until the lease is closed. Not to be kept in a field. */
public interface Lease extends AutoCloseable {

    PackDescriptor descriptor();

    /** Of the pack's jar, lower-case hex. */
    String sha256();

    /**
     * Calculates within a deadline: a Java pack on a thread of the host's, a data pack on the caller's.
     *
     * @throws PackFault when the pack does not answer as it should
     */
    Outcome evaluate(String formulaId, FormulaInput input);

    @Override
    void close();
}
