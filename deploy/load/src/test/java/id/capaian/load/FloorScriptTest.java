package id.capaian.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.load.FloorScript.Script;
import id.capaian.load.Person.Kind;
import id.capaian.load.StatementLog.Sent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FloorScriptTest {

    private static final Person CAPTURED = new Person(1, 1);
    private static final Person OTHER = new Person(2, 9);
    private static final UUID PERIOD = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID OTHER_PERIOD = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final Sent OPENING = sent("select set_config('role', $1, true), set_config('app.request', $2, true)",
            "t_load01", UUID.randomUUID().toString());

    private static Sent sent(String sql, String... parameters) {
        Map<Integer, String> numbered = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i++) {
            numbered.put(i + 1, parameters[i]);
        }
        return new Sent(sql, numbered);
    }

    private static Script script(Sent... statements) {
        return new FloorScript(List.of(Arrays.asList(statements)), CAPTURED, 0, PERIOD, 0, null)
                .forPerson(OTHER, OTHER_PERIOD, 0);
    }

    @Test
    void readsInTheOtherTenantInTheNameOfTheOtherPerson() {
        Script script = script(OPENING, sent("select * from t_load01.skp where skp_id = $1",
                CAPTURED.own(Kind.PLAN).toString()));
        assertTrue(script.text().contains("from t_load02.skp"), script.text());
        assertTrue(script.variables().containsValue("t_load02"));
        assertTrue(script.variables().containsValue(OTHER.own(Kind.PLAN).toString()));
    }

    @Test
    void putsTheOthersTeamInPlaceOfTheTeamInsideAList() {
        String team = "[\"" + CAPTURED.member(0).own(Kind.EVALUATION) + "\",\""
                + CAPTURED.member(11).own(Kind.EVALUATION) + "\"]";
        Script script = script(OPENING, sent("select $1 from t_load01.evaluation", team));
        assertTrue(script.variables().containsValue("[\"" + OTHER.member(0).own(Kind.EVALUATION) + "\",\""
                + OTHER.member(11).own(Kind.EVALUATION) + "\"]"), script.variables().toString());
    }

    @Test
    void repeatsEachTransactionOfARequest() {
        FloorScript two = new FloorScript(List.of(List.of(OPENING, sent("select 1 from t_load01.skp")),
                List.of(OPENING, sent("select 2 from t_load01.skp"))), CAPTURED, 0, PERIOD, 0, null);
        String text = two.forPerson(OTHER, OTHER_PERIOD, 0).text();
        assertEquals(2, text.split("begin;", -1).length - 1);
        assertEquals(2, text.split("commit;", -1).length - 1);
        assertTrue(text.indexOf("select 1") < text.indexOf("select 2"));
        assertEquals(4, two.statements());
    }

    @Test
    void usesAVariableOfItsOwnForEachPlace() {
        FloorScript two = new FloorScript(List.of(List.of(OPENING, sent("select $1 from t_load01.skp", "a")),
                List.of(OPENING, sent("select $1 from t_load01.skp", "b"))), CAPTURED, 0, PERIOD, 0, null);
        Map<String, String> variables = two.forPerson(OTHER, OTHER_PERIOD, 0).variables();
        assertTrue(variables.containsValue("a") && variables.containsValue("b"), variables.toString());
    }

    @Test
    void raisesTheVersionAndNeverUsesAKeyTwice() {
        String key = UUID.randomUUID().toString();
        Script script = new FloorScript(List.of(List.of(OPENING, sent(
                "update t_load01.progress_entry set version = $1 where version = $2 and $3 = $4", "1000001", "1000000",
                key, CAPTURED.entry(0).toString()))), CAPTURED, 0, PERIOD, 1_000_000, key)
                .forPerson(OTHER, OTHER_PERIOD, 5_000_000);
        assertTrue(script.text().contains("version = :t2_w where version = :t2_v and :key = "), script.text());
        assertEquals("5000000", script.variables().get("t2_v"));
        assertFalse(script.variables().containsValue(key));
    }

    @Test
    void leavesAnAbsentValueAbsent() {
        Map<Integer, String> absent = new LinkedHashMap<>();
        absent.put(1, null);
        Script script = script(OPENING, new Sent("select $1 from t_load01.skp", absent));
        assertTrue(script.text().contains("select null from"), script.text());
    }

    @Test
    void refusesAnIdItDoesNotKnow() {
        Sent strange = sent("select $1 from t_load01.skp", UUID.randomUUID().toString());
        assertThrows(IllegalStateException.class, () -> script(OPENING, strange));
    }

    @Test
    void keepsAnAnswerThatIsStoredForRepeatingAsItWas() {
        String answer = "{\"progressEntryId\":\"" + UUID.randomUUID() + "\"}";
        assertTrue(script(OPENING, sent("select $1 from t_load01.skp", answer)).variables().containsValue(answer));
    }
}
