package id.capaian.people;

import java.util.UUID;

/**
 * An organisation unit.
 *
 * @param orgUnitId key
 * @param code      the government's own code
 * @param name      name people know
 * @param kind      constant of the unit's kind, e.g. HEALTH_CENTRE
 * @param parentId  unit above, null at the top
 */
public record Unit(UUID orgUnitId, String code, String name, String kind, UUID parentId) {
}
