package id.capaian.progress.boundary;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Task;
import id.capaian.kernel.page.TaskSource;
import id.capaian.progress.Review;
import id.capaian.progress.control.ListReviews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Progress that waits for the rater, on the home page: one line a period. */
@ApplicationScoped
public class ProgressTasks implements TaskSource {

    private final ListReviews listReviews;
    private final Caller caller;

    ProgressTasks() {
        this(null, null);
    }

    @Inject
    ProgressTasks(ListReviews listReviews, Caller caller) {
        this.listReviews = listReviews;
        this.caller = caller;
    }

    @Override
    public List<Task> tasks() {
        return caller.has(Roles.RATER) ? tasks(listReviews.mine()) : List.of();
    }

    static List<Task> tasks(List<Review> reviews) {
        Map<String, List<Review>> byPeriod = reviews.stream().filter(review -> review.waiting() > 0)
                .collect(Collectors.groupingBy(Review::periodCode, LinkedHashMap::new, Collectors.toList()));
        return byPeriod.values().stream().map(ProgressTasks::task).toList();
    }

    /** Leads to the one person it is about, or to the list. */
    private static Task task(List<Review> waiting) {
        Review first = waiting.get(0);
        int entries = waiting.stream().mapToInt(Review::waiting).sum();
        return new Task("progress.task.judge", List.of(entries, first.periodName()),
                waiting.size() == 1 ? first.path() : "/tim/progres", first.periodEndsOn(), Task.Status.UNTOUCHED);
    }
}
