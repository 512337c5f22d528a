package id.capaian.planning.control;

import id.capaian.extension.Catalogue;
import id.capaian.kernel.identity.Caller;
import id.capaian.people.Employees;
import id.capaian.planning.Period;
import id.capaian.planning.entity.IndicatorValue.Subject;
import id.capaian.planning.entity.PeriodStatus;
import id.capaian.planning.entity.SubjectKind;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.Indicator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whether a value that comes from outside can count: a formula reads it only under a code a pack knows and for the kind
 * of subject that indicator has, and what is closed stays as it was evaluated.
 */
@ApplicationScoped
class ValueCheck {

    private final Catalogue catalogue;
    private final PeriodReads periods;
    private final Employees employees;
    private final Caller caller;
    private final Today today;

    ValueCheck() {
        this(null, null, null, null, null);
    }

    @Inject
    ValueCheck(Catalogue catalogue, PeriodReads periods, Employees employees, Caller caller, Today today) {
        this.catalogue = catalogue;
        this.periods = periods;
        this.employees = employees;
        this.caller = caller;
        this.today = today;
    }

    /** Why a value cannot count. */
    enum Flaw {
        /** No pack the tenant has enabled knows the code. */
        UNKNOWN_INDICATOR,
        /** The indicator is about something else. */
        WRONG_SUBJECT,
        /** The period is archived, or closed and not extended for the unit. */
        PERIOD_CLOSED
    }

    /**
     * The check of one file or request.
     *
     * @throws id.capaian.kernel.problem.ProblemException PACK_NOT_READY while this node has not looked at a pack
     */
    Run begin() {
        Map<String, Set<SubjectKind>> known = new HashMap<>();
        for (Indicator indicator : catalogue.indicatorsOf(caller.tenant())) {
            known.computeIfAbsent(indicator.code(), code -> EnumSet.noneOf(SubjectKind.class))
                    .add(kindOf(indicator.attribution()));
        }
        return new Run(known);
    }

    /** A team has the values of its unit. */
    private static SubjectKind kindOf(Attribution attribution) {
        return switch (attribution) {
            case PERSON -> SubjectKind.PERSON;
            case TEAM, UNIT -> SubjectKind.UNIT;
            case SERVICE -> SubjectKind.SERVICE;
        };
    }

    /** What it asks the database about it asks once. */
    final class Run {

        /** Empty while no pack is enabled: then there is nothing to compare codes with. */
        private final Map<String, Set<SubjectKind>> known;
        private final Map<UUID, Boolean> extended = new HashMap<>();

        private Run(Map<String, Set<SubjectKind>> known) {
            this.known = known;
        }

        /** The first flaw of a value; empty when it can count. */
        Optional<Flaw> flaw(Subject subject, String code, Period period) {
            if (!known.isEmpty() && !known.containsKey(code)) {
                return Optional.of(Flaw.UNKNOWN_INDICATOR);
            }
            if (!known.isEmpty() && !known.get(code).contains(subject.kind())) {
                return Optional.of(Flaw.WRONG_SUBJECT);
            }
            return takes(period, subject) ? Optional.empty() : Optional.of(Flaw.PERIOD_CLOSED);
        }

        /** Kinds of subject an indicator has; empty for an unknown code. */
        Set<SubjectKind> subjectsOf(String code) {
            return known.getOrDefault(code, Set.of());
        }

        private boolean takes(Period period, Subject subject) {
            PeriodStatus status = PeriodStatus.valueOf(period.status());
            if (status != PeriodStatus.CLOSED) {
                return status != PeriodStatus.ARCHIVED;
            }
            return extended.computeIfAbsent(period.periodId(), periods::isExtendedAtAll)
                    && unitsOf(subject).anyMatch(unit -> periods.isOpen(period, unit));
        }

        private Stream<UUID> unitsOf(Subject subject) {
            return subject.kind() != SubjectKind.PERSON ? Stream.of(subject.id())
                    : employees.placementsOf(subject.id(), today.date()).stream().map(post -> post.orgUnitId());
        }
    }
}
