package id.capaian.kernel.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.page.Visit;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.ProcessingException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class DiagnosisTest {

    private final Diagnosis diagnosis = new Diagnosis(new Violations(new Texts(), new Visit()));

    @Test
    void findsTheProblemBehindTheTransaction() {
        var wrapped = new ProcessingException(new RuntimeException(ProblemException.of(Problem.BAD_REQUEST, 3, 7)));
        assertEquals(new Finding(Problem.BAD_REQUEST, List.of(3, 7), List.of()), diagnosis.of(wrapped));
    }

    @Test
    void tellsAStaleVersion() {
        var rollback = new RollbackException("rolled back");
        rollback.initCause(new OptimisticLockException());
        assertEquals(Problem.VERSION_STALE, diagnosis.of(new RuntimeException(rollback)).problem());
    }

    @Test
    void readsConstraintsByTheirNames() {
        assertEquals(Problem.CONFLICT, ofConstraint("23505", "uq_employee_civil_number"));
        assertEquals(Problem.CONFLICT, ofConstraint("23P01", "ex_rater_line_one_rater"));
        assertEquals(Problem.CONFLICT, ofConstraint("23503", "fk_role_grant_employee"));
        assertEquals(Problem.INVALID_INPUT, ofConstraint("23514", "ck_role_grant_span"));
        assertEquals(Problem.INTERNAL, ofConstraint("23514", "somebody_elses_check"));
    }

    @Test
    void aRefusedWallIsOurFaultAndIsLogged() {
        assertEquals(Problem.INTERNAL, ofConstraint("42501", null));
    }

    @Test
    void anEmptyPoolMeansBusy() {
        var sql = new SQLException("Error in allocating a connection. Cause: In-use connections equal max-pool-size");
        assertEquals(Problem.TOO_BUSY, diagnosis.of(new PersistenceException(sql)).problem());
        var share = new SQLTransientConnectionException("The tenant holds its share of the pool already");
        assertEquals(Problem.TOO_BUSY, diagnosis.of(new PersistenceException(share)).problem());
        var time = new SQLTimeoutException("The request has waited for the database as long as it may");
        assertEquals(Problem.TOO_BUSY, diagnosis.of(new PersistenceException(time)).problem());
    }

    @Test
    void jsonOfOursThatCannotBeReadIsNotTheCallersFault() {
        var broken = assertThrows(JsonProcessingException.class, () -> Json.mapper().readTree("{"));
        assertEquals(Problem.INTERNAL, diagnosis.of(new IllegalStateException("stored", broken)).problem());
    }

    @Test
    void whatNobodyKnowsIsOurFault() {
        assertEquals(Problem.INTERNAL, diagnosis.of(new IllegalStateException()).problem());
    }

    private Problem ofConstraint(String state, String name) {
        String message = "SERROR\0C" + state + "\0Mrefused\0" + (name == null ? "" : "n" + name + "\0");
        return diagnosis.of(new PersistenceException(new PSQLException(new ServerErrorMessage(message)))).problem();
    }
}
