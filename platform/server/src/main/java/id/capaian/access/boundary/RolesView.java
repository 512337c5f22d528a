package id.capaian.access.boundary;

import id.capaian.access.RoleGrantView;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import java.util.List;

/**
 * The page of granted roles.
 *
 * @param form what was typed, when the form is shown again
 */
public record RolesView(List<RoleGrantView> grants, List<Option> roles, List<Option> units, RoleForm form,
        FieldErrors errors) {
}
