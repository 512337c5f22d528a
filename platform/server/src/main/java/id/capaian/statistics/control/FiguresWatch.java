package id.capaian.statistics.control;

import id.capaian.kernel.jobs.Rhythm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Has national figures follow what tenants publish. All nodes look, one derives: for the whole nation at once, so not in
 * the jobs of those who publish, where each would wait for the others.
 */
@ApplicationScoped
class FiguresWatch {

    private static final Duration LOOKING = Duration.ofSeconds(3);

    private final Rhythm rhythm;
    private final RefreshCube refreshCube;

    FiguresWatch() {
        this(null, null);
    }

    @Inject
    FiguresWatch(Rhythm rhythm, RefreshCube refreshCube) {
        this.rhythm = rhythm;
        this.refreshCube = refreshCube;
    }

    void start(@Observes Startup event) {
        rhythm.every(LOOKING, "national figures", refreshCube::refreshDue);
    }
}
