package id.capaian.registry.control;

import id.capaian.kernel.tenancy.SystemUseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads which governments there are, and what they can be offered. */
@SystemUseCase
public class ReadGovernments {

    private static final int MOST = 20;

    private final GovernmentsSql governments;
    private final Clock clock;

    ReadGovernments() {
        this(null, null);
    }

    @Inject
    ReadGovernments(GovernmentsSql governments, Clock clock) {
        this.governments = governments;
        this.clock = clock;
    }

    /** The first twenty whose code begins with the words or whose name holds them; none for no words. */
    public List<Government> search(String words) {
        String plain = words == null ? "" : words.strip();
        return plain.isEmpty() ? List.of() : governments.search(plain, today(), MOST);
    }

    public Optional<Government> find(String code) {
        return governments.find(code, today());
    }

    /** Packs that are staged and not retired. */
    public List<StagedPack> packs() {
        return governments.packs();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
