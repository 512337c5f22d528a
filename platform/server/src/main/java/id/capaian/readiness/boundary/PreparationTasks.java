package id.capaian.readiness.boundary;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Task;
import id.capaian.kernel.page.TaskSource;
import id.capaian.readiness.control.Preparation;
import id.capaian.readiness.control.ReadPreparation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Leads the regional admin on while the government has not gone live; afterwards there is nothing to be led to. */
@ApplicationScoped
public class PreparationTasks implements TaskSource {

    private final ReadPreparation readPreparation;
    private final Caller caller;

    PreparationTasks() {
        this(null, null);
    }

    @Inject
    PreparationTasks(ReadPreparation readPreparation, Caller caller) {
        this.readPreparation = readPreparation;
        this.caller = caller;
    }

    @Override
    public List<Task> tasks() {
        if (!caller.has(Roles.REGION_HR_ADMIN) || readPreparation.isLive()) {
            return List.of();
        }
        Preparation preparation = readPreparation.read();
        return List.of(new Task("readiness.task.prepare",
                List.of(preparation.done(), preparation.steps().size()), "/persiapan", null, Task.Status.UNDER_WAY));
    }
}
