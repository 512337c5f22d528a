package id.capaian.people;

import java.util.List;

/**
 * A kind of file the tenant may import, e.g. {@code units}. Implementations are application-scoped beans in a feature's
 * {@code control}; the import finds them, so a feature above {@code people} can take files too.
 */
public interface ImportKind {

    /** Last part of the address, e.g. {@code indicator-values}. */
    String kind();

    /** Place among the kinds from 1, in the order in which a new government needs them. */
    int place();

    /** Columns of the file; a file with others, or without a required one, is refused as a whole. */
    List<ImportColumn> columns();

    /**
     * Judges every row and notes what is to be written; writes nothing itself, so that a file with one bad row, and a dry
     * run, leave no trace. Problems are noted on the rows.
     */
    void prepare(List<ImportRow> rows, ImportChanges changes);
}
