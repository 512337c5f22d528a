package id.capaian.kernel.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Finds out which problem a failure is. What a use case threw comes wrapped by the transaction, the persistence or the
 * REST layer, so the whole chain of causes is looked at.
 */
@ApplicationScoped
class Diagnosis {

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String STATEMENT_CANCELLED = "57014";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Violations violations;

    Diagnosis() {
        this(null);
    }

    @Inject
    Diagnosis(Violations violations) {
        this.violations = violations;
    }

    /** The problem behind a failure; {@link Problem#INTERNAL} when it is none that is known. */
    Finding of(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            Optional<Finding> found = one(cause);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return Finding.of(Problem.INTERNAL);
    }

    private Optional<Finding> one(Throwable cause) {
        if (cause instanceof FieldMisread e) {
            return Optional.of(violations.finding(e));
        }
        if (cause instanceof ProblemException e) {
            return Optional.of(new Finding(e.problem(), e.arguments(), e.fields()));
        }
        if (cause instanceof ConstraintViolationException e) {
            return Optional.of(violations.finding(e));
        }
        if (cause instanceof OptimisticLockException) {
            return Optional.of(Finding.of(Problem.VERSION_STALE));
        }
        if (cause instanceof PSQLException e) {
            return database(e);
        }
        if (cause instanceof SQLTransientConnectionException || cause instanceof SQLTimeoutException
                || cause instanceof SQLException e && isPoolEmpty(e)) {
            return Optional.of(Finding.of(Problem.TOO_BUSY));
        }
        return cause instanceof WebApplicationException e ? Optional.of(http(e.getResponse().getStatus())) : Optional.empty();
    }

    private static Optional<Finding> database(PSQLException e) {
        ServerErrorMessage message = e.getServerErrorMessage();
        if (message != null && message.getConstraint() != null) {
            return constraint(message.getConstraint());
        }
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case SERIALIZATION_FAILURE, DEADLOCK -> Optional.of(Finding.of(Problem.CONFLICT));
            case STATEMENT_CANCELLED -> Optional.of(Finding.of(Problem.TOO_BUSY));
            // Which of our walls refused is for the log; the caller learns that it is closed.
            case INSUFFICIENT_PRIVILEGE -> Optional.empty();
            default -> state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
                    ? Optional.of(Finding.of(Problem.TOO_BUSY)) : Optional.empty();
        };
    }

    /** Constraints are named by what they guard: {@code ck_} a value, {@code uq_}, {@code pk_}, {@code ex_}, {@code fk_} relations. */
    private static Optional<Finding> constraint(String name) {
        if (name.startsWith("ck_")) {
            return Optional.of(Finding.of(Problem.INVALID_INPUT));
        }
        return name.matches("(uq|pk|ex|fk)_.*") ? Optional.of(Finding.of(Problem.CONFLICT)) : Optional.empty();
    }

    /** The container's pools say it in words only. */
    private static boolean isPoolEmpty(SQLException e) {
        return String.valueOf(e.getMessage()).contains("Error in allocating a connection");
    }

    private static Finding http(int status) {
        return switch (status) {
            case 400 -> Finding.of(Problem.BAD_REQUEST);
            case 401 -> Finding.of(Problem.NOT_SIGNED_ON);
            case 403 -> Finding.of(Problem.FORBIDDEN);
            case 404 -> Finding.of(Problem.NOT_FOUND);
            case 405 -> Finding.of(Problem.METHOD_NOT_ALLOWED);
            case 406 -> Finding.of(Problem.NOT_ACCEPTABLE);
            case 413 -> Finding.of(Problem.BODY_TOO_LARGE);
            case 415 -> Finding.of(Problem.UNSUPPORTED_FORMAT);
            case 503 -> Finding.of(Problem.TOO_BUSY);
            default -> Finding.of(status < 500 ? Problem.INVALID_INPUT : Problem.INTERNAL);
        };
    }
}
