package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreBootTest {

    private final List<String> commands = PreBoot.commands(new PoolSizes(3, 2, 2, 2, 2));

    @Test
    void makesAPoolForEachConnectionOfTenants() {
        assertEquals(6, commands.stream().filter(line -> line.contains(" --maxpoolsize=1 ")
                && line.contains(" capaian-tenant-")).count());
        assertEquals(6, commands.stream().filter(line -> line.contains(" jdbc/capaian-tenant-")).count());
        assertEquals(9, commands.stream().filter(line -> line.startsWith("create-jdbc-resource")).count());
    }

    @Test
    void listensOnTheLoopbackAddress() {
        assertTrue(commands.get(0).endsWith("http-listener.address=127.0.0.1"));
    }

    @Test
    void keepsPasswordsOutOfPayarasFiles() {
        commands.stream().filter(line -> line.contains("password="))
                .forEach(line -> assertTrue(line.contains(":password=${MPCONFIG=capaian.db."), line));
    }

    @Test
    void leavesIdleConnectionsAlone() {
        assertEquals(9, commands.stream().filter(line -> line.contains(" --idletimeout=0 ")).count());
    }

    @Test
    void hasStatementsPlannedOnce() {
        assertEquals(9, commands.stream()
                .filter(line -> line.contains(":options=-cplan_cache_mode\\=force_generic_plan ")).count());
    }

    @Test
    void leavesStatementsUnwrapped() {
        assertEquals(9, commands.stream().filter(line -> line.contains("--wrapjdbcobjects=false")).count());
    }

    @Test
    void givesUpConnectionsThatFallSilent() {
        assertEquals(7, commands.stream().filter(line -> line.contains(":connectTimeout=1:socketTimeout=1:")).count());
        assertEquals(2, commands.stream().filter(line -> line.contains(":connectTimeout=2:socketTimeout=30:")).count());
    }

    @Test
    void keepsRowsOutOfExceptions() {
        assertEquals(9, commands.stream().filter(line -> line.contains(":logServerErrorDetail=false:")).count());
    }

    @Test
    void closesWhatJobsOfManyTenantsHaveUsed() {
        List<String> closing = commands.stream().filter(line -> line.contains(" --maxconnectionusagecount=100 ")).toList();
        assertEquals(1, closing.size());
        assertTrue(closing.get(0).endsWith(" capaian-jobs-work"));
    }

    @Test
    void givesTheSchedulerItsOwnLogin() {
        String scheduler = commands.stream().filter(line -> line.endsWith(" capaian-scheduler")).findFirst().orElseThrow();
        assertTrue(scheduler.contains(":user=p_jobs:"));
        assertTrue(scheduler.contains("--nontransactionalconnections=true"));
        assertEquals(1, commands.stream().filter(line -> line.contains("--nontransactionalconnections=true")).count());
    }
}
