package id.capaian.extension;

import id.capaian.kernel.page.Option;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The organisation chart as far as packs are bound to parts of it. Packs lie below people and do not know them, so a
 * feature above both answers; there is one implementation, a bean. To be called inside a running use case.
 */
public interface OrganisationChart {

    /** All units: id and name, by the government's own code. */
    List<Option> units();

    /** The unit and those above it, from the inside out; empty when there is no such unit. */
    List<UUID> upwards(UUID orgUnitId);

    /**
     * How many people work in a part of the government on a day.
     *
     * @param orgUnitId the unit with everything below it; null for the whole government
     * @param except    units that are left out with everything below them
     */
    int people(UUID orgUnitId, Collection<UUID> except, LocalDate on);
}
