package id.capaian.people.control;

import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.util.List;

/** The files that were imported last. */
@TenantUseCase
public class ReadImports {

    private static final int SHOWN = 50;

    private final ImportFileSql files;

    ReadImports() {
        this(null);
    }

    @Inject
    ReadImports(ImportFileSql files) {
        this.files = files;
    }

    /** Newest first, at most fifty. */
    public List<TakenFile> newest() {
        return files.newest(SHOWN);
    }
}
