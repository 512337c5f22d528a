package id.capaian.access.boundary;

import id.capaian.kernel.page.Landing;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Task;
import id.capaian.kernel.page.TaskSource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The home page (Beranda): what to do next. */
@Path("/{tenant}")
@ApplicationScoped
public class HomePages {

    private final Instance<TaskSource> sources;
    private final Instance<Landing> landings;
    private final Pages pages;

    HomePages() {
        this(null, null, null);
    }

    @Inject
    HomePages(Instance<TaskSource> sources, Instance<Landing> landings, Pages pages) {
        this.sources = sources;
        this.landings = landings;
        this.pages = pages;
    }

    /**
     * Everybody who is signed on to the tenant, even with no role yet: the page then says whom to ask. Who has one
     * thing to do before all others is led there.
     */
    @GET
    @PermitAll
    public Response show() {
        Optional<String> elsewhere = landings.stream().map(Landing::path).flatMap(Optional::stream).findFirst();
        if (elsewhere.isPresent()) {
            return pages.seeOther(pages.here(elsewhere.get()), null);
        }
        List<Task> tasks = sources.stream().flatMap(source -> source.tasks().stream()).sorted(BY_URGENCY).toList();
        return pages.page("access/home", new HomeView(tasks));
    }

    /** What waits for others comes last, what is due first comes first, what is never due after that. */
    private static final Comparator<Task> BY_URGENCY = Comparator
            .comparing((Task task) -> task.status() == Task.Status.WAITING || task.status() == Task.Status.DONE)
            .thenComparing(Task::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));
}
