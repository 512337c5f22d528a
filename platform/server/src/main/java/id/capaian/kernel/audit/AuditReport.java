package id.capaian.kernel.audit;

import java.time.Instant;

/**
 * How the audit stands.
 *
 * @param seals      how many seals were examined; those after a finding are not
 * @param entries    how many entries they cover
 * @param unsealed   how many entries are younger than the last seal
 * @param lastSeal   number of the last seal; 0 when there is none
 * @param lastSha256 its hash; null when there is none. Who has noted it elsewhere can tell that no seal was cut off
 * @param sealedAt   when it was made; null when there is none
 * @param finding    the first thing that is wrong; null when nothing is
 */
public record AuditReport(long seals, long entries, long unsealed, long lastSeal, String lastSha256, Instant sealedAt,
        AuditFinding finding) {
}
