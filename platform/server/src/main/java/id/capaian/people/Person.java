package id.capaian.people;

import java.util.UUID;

/**
 * Who somebody is, as far as other features need it.
 *
 * @param employeeId  key
 * @param civilNumber NIP or NI PPPK; null for officials, who are no civil servants
 * @param nrp         service number of TNI/Polri; null for everybody else
 * @param displayName name with titles, as documents print it
 * @param employment  PNS, CPNS, PPPK, PPPK_PART_TIME or OFFICIAL
 * @param rankGrade   golongan/ruang such as III/a, or IX for PPPK; null when unknown
 */
public record Person(UUID employeeId, CivilNumber civilNumber, String nrp, String displayName, String employment,
        String rankGrade) {

    /** Pejabat non-ASN: rates and decides, has no plan and is counted nowhere. */
    public boolean isOfficial() {
        return employment.equals("OFFICIAL");
    }
}
