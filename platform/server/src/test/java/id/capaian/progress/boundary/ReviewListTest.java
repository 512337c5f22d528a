package id.capaian.progress.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Assets;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Look;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Task;
import id.capaian.kernel.page.Templates;
import id.capaian.kernel.page.Texts;
import id.capaian.progress.Review;
import id.capaian.progress.boundary.ReviewListPages.ReviewsView;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What leads a rater to progress that waits: the duty on the home page, and the list. */
class ReviewListTest {

    private static final UUID SITI = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    @Test
    void aDutyLeadsToTheOnePersonOrToTheList() {
        assertEquals(List.of(new Task("progress.task.judge", List.of(3, "Triwulan IV"),
                "/tim/" + SITI + "/progres?periode=2026-Q4", LAST_DAY, Task.Status.UNTOUCHED)),
                ProgressTasks.tasks(List.of(review(SITI, "2026-Q4", 3), review(UUID.randomUUID(), "2026-Q4", 0))));
        List<Task> several = ProgressTasks.tasks(List.of(review(SITI, "2026-Q4", 3),
                review(UUID.randomUUID(), "2026-Q4", 1), review(SITI, "2026", 2)));
        assertEquals(List.of("/tim/progres", "/tim/" + SITI + "/progres?periode=2026"),
                several.stream().map(Task::path).toList());
        assertEquals(4, several.get(0).arguments().get(0));
        assertEquals(List.of(), ProgressTasks.tasks(List.of(review(SITI, "2026-Q4", 0))));
    }

    @Test
    void theListNamesEverybodyInBothLanguages() {
        for (Language language : Language.values()) {
            String list = render(language, new ReviewsView(List.of(review(SITI, "2026-Q4", 3),
                    review(SITI, "2026", 0))));
            assertTrue(list.contains("/samarinda/tim/" + SITI + "/progres?periode=2026-Q4"), list);
            assertTrue(list.contains("&lt;b&gt;Siti"));
            render(language, new ReviewsView(List.of()));
            new Texts().text(language, "progress.task.judge", 3, "Triwulan IV");
        }
    }

    private static Review review(UUID employee, String period, int waiting) {
        return new Review(employee, "<b>Siti", UUID.randomUUID(), period, "Triwulan IV", LAST_DAY, waiting);
    }

    private static String render(Language language, ReviewsView view) {
        Shell shell = new Shell(new Texts(), new Assets(), new Look(language, ZoneId.of("Asia/Makassar"),
                "/samarinda/tim/progres", "?bahasa=en", "/samarinda", "Kota Samarinda", "Kepala", Set.of(Roles.RATER),
                List.of(), "token", null));
        return new String(new Templates().render("progress/reviews", shell, view), StandardCharsets.UTF_8);
    }
}
