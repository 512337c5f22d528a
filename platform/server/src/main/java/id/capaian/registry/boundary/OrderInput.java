package id.capaian.registry.boundary;

import id.capaian.registry.control.Opening;
import id.capaian.registry.entity.OrderKind;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What is wanted of a tenant. The five fields of the government, its first admin and packs are read for OPEN only.
 *
 * @param code           code of the tenant
 * @param governmentCode Kemendagri code of the government, e.g. 64.72
 * @param adminUsername  18 digits, or the name of an office account
 * @param packs          ids of the packs it is offered; none when absent
 * @param confirmation   the code again; asked for by SUSPEND, DROP and TAKE_BACK
 */
public record OrderInput(@NotNull OrderKind kind, @NotNull String code, String governmentCode, String adminUsername,
        String adminName, String adminEmail, List<String> packs, String confirmation) {

    Opening opening() {
        return new Opening(OpeningForm.governmentCode(governmentCode), code, OpeningForm.username(adminUsername),
                OpeningForm.text(adminName), OpeningForm.text(adminEmail),
                packs == null ? List.of() : packs.stream().map(OpeningForm::text).toList());
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "OrderInput[" + kind + ", " + code + "]";
    }
}
