package id.capaian.access.boundary;

import id.capaian.access.entity.GrantedRole;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.people.CivilNumber;
import id.capaian.people.OfficialKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * What was typed into the form for a role; empty texts for what was not.
 *
 * @param number NIP or NI PPPK, grouping spaces allowed, or the key of an official
 * @param unit   id of a unit
 * @param key    idempotency key of this form
 */
public record RoleForm(String role, String number, String unit, String key) {

    private static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** The first thing wrong with it; empty when it can be tried. */
    Optional<FieldProblem> wrong(Pages pages) {
        if (Arrays.stream(GrantedRole.values()).noneMatch(known -> known.name().equals(role))) {
            return Optional.of(new FieldProblem("role", pages.text("access.roles.role.missing")));
        }
        if (!CivilNumber.isWellFormed(CivilNumber.compact(number))
                && !OfficialKey.isWellFormed(OfficialKey.compact(number))) {
            return Optional.of(new FieldProblem("number", pages.text("access.roles.number.wrong")));
        }
        if (grantedRole().isOfUnit() && !unit.matches(UUID_SHAPE)) {
            return Optional.of(new FieldProblem("unit", pages.text("access.roles.unit.missing")));
        }
        return Optional.empty();
    }

    /** The same with a key of its own, when its key belongs to another form. */
    RoleForm sentAnew(String newKey) {
        return new RoleForm(role, number, unit, newKey);
    }

    GrantedRole grantedRole() {
        return GrantedRole.valueOf(role);
    }

    /** The unit, for roles that are held for one; a unit chosen for another role is passed over. */
    UUID unitId() {
        return grantedRole().isOfUnit() ? UUID.fromString(unit) : null;
    }
}
