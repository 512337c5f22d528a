package id.capaian.kernel.health;

import id.capaian.kernel.tenancy.SystemUseCase;
import jakarta.inject.Inject;

/** Asks the database for a sign of life. */
@SystemUseCase
public class PingDatabase {

    private final PingSql ping;

    PingDatabase() {
        this(null);
    }

    @Inject
    PingDatabase(PingSql ping) {
        this.ping = ping;
    }

    public void ping() {
        ping.select();
    }
}
