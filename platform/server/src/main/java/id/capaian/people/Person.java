package id.capaian.people;

import java.util.UUID;

/**
 * Who somebody is, as far as other features need it.
 *
 * @param employeeId  key
 * @param civilNumber NIP or NI PPPK
 * @param displayName name with titles, as documents print it
 * @param employment  PNS, CPNS, PPPK or PPPK_PART_TIME
 * @param rankGrade   golongan/ruang such as III/a, or IX for PPPK; null when unknown
 */
public record Person(UUID employeeId, CivilNumber civilNumber, String displayName, String employment, String rankGrade) {
}
