package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.progress.EvidenceFile;
import id.capaian.progress.EvidenceFiles;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Opens what an evaluation rests on, for everybody who may see the evaluation: the rater who was set for it, the head
 * who calibrates, the superior who decides an objection, the agency, the person.
 */
@TenantUseCase
public class OpenEvidence {

    private final Dossiers dossiers;
    private final Viewing viewing;
    private final EvidenceFiles files;
    private final AccessLog accessLog;

    OpenEvidence() {
        this(null, null, null, null);
    }

    @Inject
    OpenEvidence(Dossiers dossiers, Viewing viewing, EvidenceFiles files, AccessLog accessLog) {
        this.dossiers = dossiers;
        this.viewing = viewing;
        this.files = files;
        this.accessLog = accessLog;
    }

    /**
     * A file of evidence; reading somebody else's is noted.
     *
     * @throws id.capaian.kernel.problem.ProblemException FORBIDDEN for who may not see the evaluation, NOT_FOUND for a
     *         file that does not belong to it
     */
    public EvidenceFile open(UUID evaluationId, UUID evidenceId) {
        Evaluation evaluation = dossiers.find(evaluationId);
        viewing.requireReader(evaluation);
        EvidenceFile file = files.open(evidenceId, evaluation.planId(), evaluation.periodId());
        accessLog.read(evaluation.employeeId(), "evaluation.purpose.evidence");
        return file;
    }
}
