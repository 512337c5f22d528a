package id.capaian.statistics.control;

import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.SystemUseCase;
import jakarta.inject.Inject;

/** Derives from what tenants published what may be shown of a period. */
@SystemUseCase
public class RefreshCube {

    private final RefreshSql cube;

    RefreshCube() {
        this(null);
    }

    @Inject
    RefreshCube(RefreshSql cube) {
        this.cube = cube;
    }

    /**
     * Derives the periods of which something was published since, when their last derivation is long enough ago. Cells
     * that are shown change only when enough persons came or went; see {@code national.refresh_due} and
     * {@code national.refresh}.
     */
    @LongWork
    public void refreshDue() {
        cube.refreshDue();
    }
}
