package id.capaian.planning.boundary;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Task;
import id.capaian.kernel.page.TaskSource;
import id.capaian.planning.control.PlanSheet;
import id.capaian.planning.control.ReadPlans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What planning asks of the caller: make the plan, hand it in, mend it, decide about those of the team. */
@ApplicationScoped
public class PlanningTasks implements TaskSource {

    private final ReadPlans readPlans;
    private final Caller caller;

    PlanningTasks() {
        this(null, null);
    }

    @Inject
    PlanningTasks(ReadPlans readPlans, Caller caller) {
        this.readPlans = readPlans;
        this.caller = caller;
    }

    @Override
    public List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        if (caller.has(Roles.EMPLOYEE)) {
            own().ifPresent(tasks::add);
        }
        if (caller.has(Roles.RATER)) {
            long waiting = readPlans.waiting();
            if (waiting > 0) {
                tasks.add(new Task("planning.task.decide", List.of(waiting), "/skp/tim", null, Task.Status.UNTOUCHED));
            }
        }
        return tasks;
    }

    private Optional<Task> own() {
        List<PlanSheet> plans = readPlans.own().plans();
        if (plans.isEmpty()) {
            return Optional.of(task("planning.task.make", Task.Status.UNTOUCHED));
        }
        return switch (plans.get(0).status()) {
            case "DRAFT" -> Optional.of(task("planning.task.submit", Task.Status.UNDER_WAY));
            case "RETURNED" -> Optional.of(task("planning.task.rework", Task.Status.NEEDS_FIX));
            default -> Optional.empty();
        };
    }

    private static Task task(String key, Task.Status status) {
        return new Task(key, List.of(), "/skp", null, status);
    }
}
