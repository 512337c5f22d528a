package id.capaian.registry.control;

import java.util.List;

/**
 * A government an operator wants to open, as typed; empty texts for what was not.
 *
 * @param governmentCode its Kemendagri code, e.g. 64.72
 * @param code           the tenant's code
 * @param adminUsername  what its first admin signs in with: a NIP, or the name of an office account
 * @param packs          ids of the packs it is offered
 */
public record Opening(String governmentCode, String code, String adminUsername, String adminName, String adminEmail,
        List<String> packs) {

    public Opening {
        packs = List.copyOf(packs);
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "Opening[" + governmentCode + ", " + code + "]";
    }
}
