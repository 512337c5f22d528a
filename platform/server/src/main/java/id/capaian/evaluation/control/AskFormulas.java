package id.capaian.evaluation.control;

import id.capaian.evaluation.Scorability;
import id.capaian.evaluation.Scorability.Candidate;
import id.capaian.evaluation.Scorability.Obstacle;
import id.capaian.evaluation.Scorability.Said;
import id.capaian.evaluation.control.ReadCandidates.Part;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Scores people as a run does and keeps nothing but why some get no score; see {@link Scorability#obstacles}. */
@ApplicationScoped
public class AskFormulas {

    /** What keeps a value from counting; other flags are about scores. */
    private static final Set<Flag.Code> LEFT_OUT = Set.of(Flag.Code.MISSING, Flag.Code.DATA_QUALITY,
            Flag.Code.SAMPLE_TOO_SMALL);

    private final ReadCandidates readCandidates;
    private final Catalogue catalogue;

    AskFormulas() {
        this(null, null);
    }

    @Inject
    AskFormulas(ReadCandidates readCandidates, Catalogue catalogue) {
        this.readCandidates = readCandidates;
        this.catalogue = catalogue;
    }

    /** See {@link Scorability#obstacles}. */
    public List<Obstacle> obstacles(UUID periodId, List<Candidate> candidates) {
        Map<Candidate, Obstacle> found = new HashMap<>();
        candidates.forEach(one -> found.put(one, plain(one, Scorability.NO_PACK)));
        readCandidates.read(periodId, candidates).forEach(part -> ask(part, found));
        return candidates.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private void ask(Part part, Map<Candidate, Obstacle> found) {
        part.candidates().forEach(one -> found.put(one, plain(one, Scorability.PACK_NOT_READY)));
        if (part.frozen() == null) {
            return;
        }
        try (Lease lease = catalogue.lease(part.frozen().packId(), part.frozen().packVersion())) {
            if (lease.sha256().equals(part.frozen().packSha256())) {
                part.candidates().forEach(one -> found.put(one, obstacle(one,
                        result(lease, part.frozen().formulaId(), part.inputs().get(one)))));
            }
        } catch (ProblemException problem) {
            if (problem.problem() != Problem.PACK_NOT_READY) {
                throw problem;
            }
        }
    }

    private static Result result(Lease lease, String formulaId, FormulaInput input) {
        try {
            return Result.of(lease.evaluate(formulaId, input));
        } catch (PackFault fault) {
            return Result.of(fault.kind());
        }
    }

    /** Null for who is scored. */
    private static Obstacle obstacle(Candidate candidate, Result result) {
        if (result.scored() != null) {
            return null;
        }
        List<Said> remarks = result.outcome() == null ? List.of()
                : result.outcome().flags().stream().filter(flag -> LEFT_OUT.contains(flag.code()))
                        .map(AskFormulas::remark).distinct().toList();
        return new Obstacle(candidate, result.reasonCode(), said(result.reason()), remarks,
                Outcome.Reason.BEHAVIOUR_MISSING.name().equals(result.reasonCode()));
    }

    private static Obstacle plain(Candidate candidate, String code) {
        return new Obstacle(candidate, code, null, List.of(), false);
    }

    private static Said remark(Flag flag) {
        return new Said(flag.about() + ": " + flag.text().id(), flag.about() + ": " + flag.text().en());
    }

    private static Said said(LocalizedText text) {
        return text == null ? null : new Said(text.id(), text.en());
    }
}
