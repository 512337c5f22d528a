package id.capaian.kernel.audit;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Notes who read whose record, and tells those concerned. To be called inside a running tenant use case. */
@ApplicationScoped
public class AccessLog {

    private final AccessLogSql rows;
    private final Caller caller;
    private final Clock clock;

    AccessLog() {
        this(null, null, null);
    }

    @Inject
    AccessLog(AccessLogSql rows, Caller caller, Clock clock) {
        this.rows = rows;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Notes that the caller reads an employee's record. Reading one's own leaves no trace.
     *
     * @param employeeId whose record
     * @param purpose    what for, as a key of a text, e.g. {@code progress.purpose.review}; the person concerned reads it
     */
    public void read(UUID employeeId, String purpose) {
        if (!caller.employeeIfAny().filter(employeeId::equals).isPresent()) {
            rows.insert(Ids.next(clock.millis()), employeeId, caller.subject(), purpose, clock.instant(), caller.requestId());
        }
    }

    /**
     * Notes that the caller reads the records of many, in one statement. The caller's own is left out.
     *
     * @param employeeIds whose records; nothing is noted for none
     * @param purpose     what for, as in {@link #read}
     */
    public void readAll(Collection<UUID> employeeIds, String purpose) {
        Map<UUID, UUID> idByEmployee = new HashMap<>();
        employeeIds.stream().filter(employee -> !caller.employeeIfAny().filter(employee::equals).isPresent())
                .forEach(employee -> idByEmployee.computeIfAbsent(employee, any -> Ids.next(clock.millis())));
        if (!idByEmployee.isEmpty()) {
            rows.insertAll(idByEmployee, caller.subject(), purpose, clock.instant(), caller.requestId());
        }
    }

    /** Who looked at the record of an employee last; newest first. */
    public List<AccessRecord> of(UUID employeeId, int most) {
        return rows.of(employeeId, most);
    }
}
