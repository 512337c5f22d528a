package id.capaian.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementLogTest {

    private static final Person PERSON = new Person(1, 0);
    private static final Person OTHER = new Person(2, 9);
    private static final UUID PERIOD = new UUID(1, 2);
    private static final UUID OTHER_PERIOD = new UUID(3, 4);

    private static final String LOG = """
            7,LOG:  statement: BEGIN
            7,LOG:  execute S_1: select set_config('role',$1,true)
            7,DETAIL:  Parameters: $1 = 't_load01'
            8,LOG:  execute S_1: BEGIN
            8,LOG:  execute S_2: select 1
            7,LOG:  execute S_3: update t_load01.progress_entry set note = $1,
            \t value = $2, version = $3 where progress_entry_id = $4 and version = $5
            7,DETAIL:  Parameters: $1 = 'it''s done', $2 = NULL, $3 = '1000008', $4 = '%s', $5 = '1000007'
            8,LOG:  execute S_3: ROLLBACK
            7,LOG:  execute S_4: COMMIT
            """;

    private static List<StatementLog.Sent> sent(UUID entry) {
        return StatementLog.transactions(LOG.formatted(entry)).get(0);
    }

    @Test
    void committedTransactionIsReadWithParameters() {
        List<StatementLog.Sent> sent = sent(PERSON.entry(0));
        assertEquals(2, sent.size());
        assertTrue(sent.get(1).sql().startsWith("update t_load01.progress_entry set note = $1,\n value = $2"));
        assertEquals("it's done", sent.get(1).parameters().get(1));
        assertTrue(sent.get(1).parameters().containsKey(2));
        assertEquals(1, StatementLog.transactions(LOG.formatted(PERIOD)).size(), "the other one was not committed");
    }

    @Test
    void scriptOfALoggedRequestActsForAnotherTenantAndPerson() {
        FloorScript script = new FloorScript(List.of(sent(PERSON.entry(0))), PERSON, 0, PERIOD, 1_000_007, "key");
        FloorScript.Script other = script.forPerson(OTHER, OTHER_PERIOD, 1_000_000);
        assertTrue(other.text().contains("update t_load02.progress_entry set note = :t2_0_1_1,"), other.text());
        assertTrue(other.text().contains("value = null, version = :t2_w"), other.text());
        assertTrue(other.text().contains("and version = :t2_v;"), other.text());
        assertEquals("t_load02", other.variables().get("t2_0_0_1"));
        assertEquals(OTHER.entry(0).toString(), other.variables().get("t2_0_1_4"));
        assertEquals("1000000", other.variables().get("t2_v"));
    }

    @Test
    void neighbouringTenantsKeepToDifferentConnections() {
        assertEquals(List.of(List.of(1), List.of(2)), LoadSystem.byConnection(List.of(1, 2), 2));
    }

    @Test
    void everyTenantOfTheCountryKeepsToOneConnection() {
        List<Integer> all = Nation.of(546, 20).all();
        List<List<Integer>> connections = LoadSystem.byConnection(all, 15);
        assertEquals(15, connections.size());
        assertEquals(all, connections.stream().flatMap(List::stream).sorted().toList());
    }
}
