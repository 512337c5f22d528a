package id.capaian.admin.order;

import id.capaian.admin.Failure;
import id.capaian.admin.account.MakeAccounts;
import id.capaian.admin.database.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Looks every second for what is ordered of tenants and for accounts they have asked for, and does it: several tenants
 * at once, of each tenant one thing at a time. Whatever goes wrong with one order ends neither the others nor the loop.
 * Any number of these programs may run, and each may be killed at any moment.
 */
public final class Reconciler {

    /** More at once only queue in PostgreSQL and Keycloak. */
    private static final int AT_ONCE = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private final Orders orders;
    private final FulfilOrder fulfil;
    private final AskedAccounts accounts;
    private final Consumer<String> say;
    private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * @param accounts null when Keycloak is not configured: none are made
     * @param say takes what is done, one line each, from several threads; no line holds a person's number
     */
    public Reconciler(Database database, OrderWork work, MakeAccounts accounts, Consumer<String> say) {
        this.orders = new Orders(database);
        this.fulfil = new FulfilOrder(database, orders, work, say);
        this.accounts = new AskedAccounts(database, accounts, InstantSource.system(), say);
        this.say = say;
    }

    /** Goes on until {@link #end}. */
    public void run() {
        try {
            boolean trouble = false;
            while (!ending.await((trouble ? AFTER_TROUBLE : BETWEEN_LOOKS).toMillis(), TimeUnit.MILLISECONDS)) {
                trouble = !looked();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            finish();
        }
    }

    private boolean looked() {
        try {
            orders.open().forEach(order -> begin(order.tenant(), () -> fulfil.fulfil(order)));
            accounts.due().forEach(tenant -> begin(tenant, () -> accounts.make(tenant)));
            return true;
        } catch (RuntimeException e) {
            say.accept("cannot look for orders: " + Remedy.withoutNumbers(Failure.told(e)));
            return false;
        }
    }

    private void begin(String tenant, Runnable work) {
        if (!busy.add(tenant)) {
            return;
        }
        pool.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                say.accept(tenant + ": " + Remedy.withoutNumbers(Failure.told(e)));
            } finally {
                busy.remove(tenant);
            }
        });
    }

    /** Does what waits now, to the end; gives how much of it failed. */
    public int once() {
        AtomicInteger failed = new AtomicInteger();
        List<Order> open = orders.open();
        open.forEach(order -> begin(order.tenant(), () -> {
            if (fulfil.fulfil(order) == FulfilOrder.Ended.FAILED) {
                failed.incrementAndGet();
            }
        }));
        finish();
        accounts.due().forEach(tenant -> failed.addAndGet(accounts.make(tenant)));
        return failed.get();
    }

    /** Takes up nothing new; comes back when what is under way is done, or after the patience. */
    public void end(Duration patience) {
        ending.countDown();
        try {
            ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish() {
        pool.shutdown();
        try {
            while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                say.accept("waiting for " + busy);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pool.shutdownNow();
        } finally {
            ended.countDown();
        }
    }
}
