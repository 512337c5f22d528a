package id.capaian.registry.control;

/**
 * A regional government of the reference data.
 *
 * @param code         its Kemendagri code, e.g. 64.72
 * @param name         e.g. Kota Samarinda
 * @param kind         PROVINCE, REGENCY or CITY
 * @param provinceCode code of its province; its own when it is one
 * @param timeZone     zone its province keeps
 * @param proposedCode the tenant code proposed to it; null when that one is taken already
 * @param tenant       the tenant it is already, open or being opened; null when it is none
 */
public record Government(String code, String name, String kind, String provinceCode, String provinceName,
        String timeZone, String proposedCode, String tenant) {
}
