package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.DistributionRule;
import id.capaian.evaluation.entity.OrganisationAchievement;
import id.capaian.evaluation.entity.Predicate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The pattern of distribution, which is reference data. */
@ApplicationScoped
class DistributionSql {

    private final EntityManager entityManager;

    DistributionSql() {
        this(null);
    }

    @Inject
    DistributionSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Rules of an achievement on a day, in their order. */
    List<DistributionRule> rules(OrganisationAchievement achievement, LocalDate on) {
        List<?> rows = entityManager.createNativeQuery("""
                select array_to_string(predicates, ','), kind, amount from ref.distribution_rule
                where organisation_predicate = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                order by rule_no""").setParameter(1, achievement.name()).setParameter(2, Date.valueOf(on))
                .setParameter(3, Date.valueOf(on)).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new DistributionRule(
                Arrays.stream(((String) row[0]).split(",")).map(Predicate::valueOf).collect(Collectors.toSet()),
                DistributionRule.Kind.valueOf((String) row[1]),
                row[2] == null ? null : ((Number) row[2]).intValue())).toList();
    }
}
