package id.capaian.load;

import java.util.List;

/** A part of the load house: measures some rows of the table. Called by {@code deploy/load/measure NAME}. */
public interface Part {

    /** One lower-case word. */
    String name();

    /**
     * Measures, tells on the way what is being done, and leaves the house as it was found but for rows written.
     *
     * @throws Exception when it could not be measured; a missed target is no such case
     */
    List<Row> measure(House house) throws Exception;
}
