package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.ListDuties;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.page.Task;
import id.capaian.kernel.page.TaskSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Evaluation's lines of the home page's list. */
@ApplicationScoped
public class EvaluationTasks implements TaskSource {

    private final ListDuties listDuties;
    private final Caller caller;

    EvaluationTasks() {
        this(null, null);
    }

    @Inject
    EvaluationTasks(ListDuties listDuties, Caller caller) {
        this.listDuties = listDuties;
        this.caller = caller;
    }

    @Override
    public List<Task> tasks() {
        return caller.employeeIfAny().isEmpty() ? List.of()
                : listDuties.mine().stream().map(EvaluationTasks::task).toList();
    }

    private static Task task(Duty duty) {
        return switch (duty.kind()) {
            case "SELF_FILLING" -> own("evaluation.task.submit", duty, Task.Status.UNDER_WAY);
            case "RETURNED_FOR_EVIDENCE" -> own("evaluation.task.returned", duty, Task.Status.NEEDS_FIX);
            case "DELIVERED" -> own("evaluation.task.answer", duty, Task.Status.UNTOUCHED);
            case "RATE" -> counted("evaluation.task.rate", duty, "/tim", Task.Status.UNTOUCHED);
            case "DELIVER" -> counted("evaluation.task.deliver", duty, "/tim", Task.Status.UNDER_WAY);
            case "CALIBRATE" -> counted("evaluation.task.calibrate", duty, "/penyelarasan", Task.Status.UNTOUCHED);
            case "EXPLAIN" -> objection("evaluation.task.explain", duty);
            default -> objection("evaluation.task.decide", duty);
        };
    }

    private static Task own(String key, Duty duty, Task.Status status) {
        return new Task(key, List.of(duty.periodName()), "/hasil/" + duty.evaluationId(), duty.due(), status);
    }

    /** Leads to the list of the period the work is in, which need not be the one people work in now. */
    private static Task counted(String key, Duty duty, String list, Task.Status status) {
        return new Task(key, List.of(duty.count(), duty.periodName()), list + "?periode=" + duty.periodCode(),
                duty.due(), status);
    }

    private static Task objection(String key, Duty duty) {
        return new Task(key, List.of(duty.employeeName(), duty.periodName()), "/tim/" + duty.evaluationId(),
                duty.due(), Task.Status.UNTOUCHED);
    }
}
