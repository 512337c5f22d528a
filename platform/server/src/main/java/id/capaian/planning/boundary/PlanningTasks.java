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

/** What planning asks of the caller: make the plan, hand it in, mend it, decide about those of the team. */
@ApplicationScoped
public class PlanningTasks implements TaskSource {

    private static final String HOME = "/skp";

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
            addOwn(tasks);
        }
        if (caller.has(Roles.RATER)) {
            long waiting = readPlans.waiting();
            if (waiting > 0) {
                tasks.add(new Task("planning.task.decide", List.of(waiting), "/skp/tim", null, Task.Status.UNTOUCHED));
            }
        }
        return tasks;
    }

    private void addOwn(List<Task> tasks) {
        ReadPlans.OwnPosts posts = readPlans.ownPosts();
        if (posts.unplanned().stream().anyMatch(post -> "DEFINITIVE".equals(post.kind()))) {
            tasks.add(task("planning.task.make", HOME, Task.Status.UNTOUCHED));
        }
        for (PlanSheet plan : posts.own().plans()) {
            String path = HOME + "/" + plan.skpId();
            if ("DRAFT".equals(plan.status())) {
                tasks.add(task("planning.task.submit", path, Task.Status.UNDER_WAY));
            } else if ("RETURNED".equals(plan.status())) {
                tasks.add(task("planning.task.rework", path, Task.Status.NEEDS_FIX));
            }
        }
    }

    private static Task task(String key, String path, Task.Status status) {
        return new Task(key, List.of(), path, null, status);
    }
}
