package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.RunView;
import id.capaian.evaluation.entity.EvaluationRun;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes of a run what people see of it. */
@ApplicationScoped
class RunViews {

    private final Periods periods;
    private final Units units;

    RunViews() {
        this(null, null);
    }

    @Inject
    RunViews(Periods periods, Units units) {
        this.periods = periods;
        this.units = units;
    }

    RunView view(EvaluationRun run) {
        EvaluationRun.Frozen frozen = run.frozen();
        String unitName = run.unitId() == null ? null : units.find(run.unitId()).map(Unit::name).orElse(null);
        return new RunView(run.id(), run.periodId(), periods.find(run.periodId()).map(Period::name).orElse(null),
                run.unitId(), unitName, run.status().name(), run.statusReason(), frozen.packId(), frozen.packVersion(),
                frozen.packSha256(), frozen.formulaId(), run.persons(), run.withoutPack(),
                run.scored() + run.notScorable() + run.faults(), run.scored(), run.notScorable(), run.faults(),
                run.startedAt(), run.finishedAt());
    }
}
