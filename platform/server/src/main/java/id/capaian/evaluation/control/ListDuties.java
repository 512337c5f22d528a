package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.Duty;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What evaluation wants of the caller now: two statements, for the home page. */
@TenantUseCase
public class ListDuties {

    private final DutySql duties;
    private final EvaluationSettings settings;
    private final Caller caller;

    ListDuties() {
        this(null, null, null);
    }

    @Inject
    ListDuties(DutySql duties, EvaluationSettings settings, Caller caller) {
        this.duties = duties;
        this.settings = settings;
        this.caller = caller;
    }

    /** Nothing for accounts that belong to no employee. */
    public List<Duty> mine() {
        return caller.employeeIfAny().map(this::of).orElse(List.of());
    }

    private List<Duty> of(UUID employee) {
        return duties.of(employee, settings.zone());
    }
}
