package id.capaian.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Accounts and the roles granted to them, read whole and often. */
@ApplicationScoped
class AccountSql {

    private final EntityManager entityManager;

    AccountSql() {
        this(null);
    }

    @Inject
    AccountSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Optional<UUID> employeeOf(String subject) {
        List<?> rows = entityManager.createNativeQuery(
                "select employee_id from __T__.account where subject = ? and employee_id is not null")
                .setParameter(1, subject).getResultList();
        return rows.stream().map(UUID.class::cast).findFirst();
    }

    Optional<String> subjectOf(UUID employeeId) {
        List<?> rows = entityManager.createNativeQuery("select subject from __T__.account where employee_id = ?")
                .setParameter(1, employeeId).getResultList();
        return rows.stream().map(String.class::cast).findFirst();
    }

    /** Roles granted on that day, to the account or to its employee (null for none). */
    Set<String> rolesOf(String subject, UUID employeeId, LocalDate on) {
        List<?> rows = entityManager.createNativeQuery("""
                select distinct role from __T__.role_grant
                 where (subject = ? or employee_id = cast(? as uuid))
                   and valid_from <= ? and (valid_to is null or valid_to >= ?)""")
                .setParameter(1, subject).setParameter(2, employeeId == null ? null : employeeId.toString())
                .setParameter(3, java.sql.Date.valueOf(on)).setParameter(4, java.sql.Date.valueOf(on)).getResultList();
        Set<String> roles = new HashSet<>();
        rows.forEach(role -> roles.add((String) role));
        return roles;
    }
}
