package id.capaian.admin.order;

import id.capaian.admin.Failure;
import id.capaian.admin.account.MakeAccounts;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Accounts that tenants have asked for, and the news of them. New requests are fulfilled at once; those with a problem
 * are tried again after a minute, then after twice as long each time, up to an hour: most wait for a person. When mail
 * cannot be sent, the tenant rests for a minute.
 */
final class AskedAccounts {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Database database;
    private final MakeAccounts accounts;
    private final InstantSource clock;
    private final Consumer<String> say;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    /** Tenants nothing could be tried for. */
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    private record Pause(Instant until, Duration length) {
    }

    private record Asking(String tenant, boolean anyNew) {
    }

    /** @param accounts null when Keycloak is not configured: none are made */
    AskedAccounts(Database database, MakeAccounts accounts, InstantSource clock, Consumer<String> say) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
        this.say = say;
    }

    /** Tenants in service that have requests to be tried now. */
    List<String> due() {
        if (accounts == null) {
            return List.of();
        }
        Set<String> due = new TreeSet<>(accounts.waitToBeTold());
        for (Asking asking : asking()) {
            if (asking.anyNew() || troubledAreDue(asking.tenant())) {
                due.add(asking.tenant());
            }
        }
        due.removeIf(tenant -> resting.getOrDefault(tenant, Instant.MIN).isAfter(clock.instant()));
        return List.copyOf(due);
    }

    private List<Asking> asking() {
        return database.transaction(connection -> Sql.rows(connection, """
                select r.tenant, bool_or(r.problem is null)
                  from registry.account_request r join registry.tenant t on t.code = r.tenant
                 where r.made_at is null and t.organization_id is not null and t.desired_state <> 'DROPPED'
                 group by r.tenant order by r.tenant""", row -> new Asking(row.getString(1), row.getBoolean(2))));
    }

    private boolean troubledAreDue(String tenant) {
        Pause pause = pauses.computeIfAbsent(tenant, none -> pause(FIRST_PAUSE));
        return !clock.instant().isBefore(pause.until());
    }

    /** Makes them; gives how many problems there are. */
    int make(String tenant) {
        boolean again = pauses.containsKey(tenant) && troubledAreDue(tenant);
        try {
            MakeAccounts.Result result = again ? accounts.make(tenant) : accounts.makeNew(tenant);
            if (result.made() > 0 || result.problems() > 0) {
                say.accept(tenant + ": accounts made: " + result.made() + ", problems: " + result.problems());
            }
            if (result.told().again() > 0) {
                say.accept(tenant + ": told of accounts, to be tried again: " + result.told().again());
                resting.put(tenant, clock.instant().plus(FIRST_PAUSE));
            }
            if (result.told().failed() > 0) {
                say.accept(tenant + ": told of accounts, given up: " + result.told().failed());
            }
            settle(tenant, again, result.problems());
            return result.problems();
        } catch (RuntimeException e) {
            say.accept(tenant + ": accounts: " + Remedy.withoutNumbers(Failure.told(e)));
            resting.put(tenant, clock.instant().plus(FIRST_PAUSE));
            return 1;
        }
    }

    private void settle(String tenant, boolean again, int problems) {
        if (again && problems == 0) {
            pauses.remove(tenant);
        } else if (again) {
            pauses.computeIfPresent(tenant, (code, before) -> pause(longer(before.length())));
        }
    }

    private Pause pause(Duration length) {
        return new Pause(clock.instant().plus(length), length);
    }

    private static Duration longer(Duration length) {
        Duration twice = length.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
