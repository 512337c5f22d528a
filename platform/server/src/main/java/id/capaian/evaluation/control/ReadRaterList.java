package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Reads what a formula about raters may know of the caller: a few statements, however long the list. */
@TenantUseCase
public class ReadRaterList {

    private final RaterLists lists;
    private final Dossiers dossiers;
    private final NamedPeriod named;
    private final Caller caller;

    ReadRaterList() {
        this(null, null, null, null);
    }

    @Inject
    ReadRaterList(RaterLists lists, Dossiers dossiers, NamedPeriod named, Caller caller) {
        this.lists = lists;
        this.dossiers = dossiers;
        this.named = named;
        this.caller = caller;
    }

    /** The caller's list in the period of an evaluation; empty when somebody else rates it, and as below. */
    public Optional<RaterList> of(UUID evaluationId) {
        Evaluation evaluation = dossiers.find(evaluationId);
        return caller.employeeIfAny().filter(me -> me.equals(evaluation.raterId()))
                .flatMap(me -> lists.toScore(me, named.period(evaluation.periodId().toString())));
    }

    /**
     * The caller's list in a period.
     *
     * @param codeOrId null or empty for the period people work in now
     * @return empty while somebody is not rated, when the pack has no formula about raters, and when the newest figure
     *         was made of the same already
     */
    public Optional<RaterList> in(String codeOrId) {
        return lists.toScore(caller.employeeId(), named.period(codeOrId));
    }
}
