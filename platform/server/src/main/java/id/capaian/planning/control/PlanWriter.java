package id.capaian.planning.control;

import id.capaian.kernel.identity.Ids;
import id.capaian.people.Placement;
import id.capaian.planning.entity.Approach;
import id.capaian.planning.entity.IndividualIndicator.Measure;
import id.capaian.planning.entity.ResultKind;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.SkpVersion;
import id.capaian.planning.entity.WorkResult;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.WeightedIndicator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes plans and versions of their content; part of the running use case. */
@ApplicationScoped
class PlanWriter {

    private final EntityManager entityManager;
    private final Clock clock;

    PlanWriter() {
        this(null, null);
    }

    @Inject
    PlanWriter(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** A plan with its first version. */
    record Written(Skp skp, SkpVersion content) {
    }

    /** Days a plan of an assignment covers in a year. */
    record Span(LocalDate from, LocalDate to) {

        /** {@code null} when the assignment does not touch the year. */
        static Span of(Placement placement, int year) {
            LocalDate from = LocalDate.of(year, 1, 1);
            LocalDate to = LocalDate.of(year, 12, 31);
            LocalDate first = placement.from().isAfter(from) ? placement.from() : from;
            LocalDate last = placement.to() != null && placement.to().isBefore(to) ? placement.to() : to;
            return last.isBefore(first) ? null : new Span(first, last);
        }

        /** What is left of it after a day; empty when nothing is. */
        Optional<Span> after(LocalDate day) {
            LocalDate first = day.isBefore(from) ? from : day.plusDays(1);
            return first.isAfter(to) ? Optional.empty() : Optional.of(new Span(first, to));
        }
    }

    /**
     * Writes a draft: the results and indicators of the set, with the targets it proposes. Names are taken over in
     * Indonesian, since a plan is an official document.
     */
    Written fromSet(UUID assignmentId, Span span, PackDescriptor pack, IndicatorSet set) {
        Written written = drafted(assignmentId, span, pack, set);
        entityManager.persist(written.skp());
        entityManager.persist(written.content());
        return written;
    }

    /** The same, written nowhere. */
    Written drafted(UUID assignmentId, Span span, PackDescriptor pack, IndicatorSet set) {
        Skp skp = new Skp(id(), assignmentId, span.from(), span.to());
        var source = new SkpVersion.Source(pack.id(), pack.version(), set.code());
        SkpVersion content = new SkpVersion(
                id(), skp, 1, Approach.QUANTITATIVE, source, SkpVersion.Beside.NOTHING, clock.instant());
        Map<String, Indicator> indicators = pack.indicatorsByCode();
        Map<String, WorkResult> results = new LinkedHashMap<>();
        for (WeightedIndicator item : set.items()) {
            Indicator indicator = indicators.get(item.code());
            results.computeIfAbsent(item.resultTitle().id(), title -> content.add(id(), ResultKind.MAIN, title, null))
                    .measureBy(id(), new Measure(item.code(), indicator.name().id(), item.aspect(), null,
                            indicator.unit().id(), indicator.direction(), item.target(), item.weight(),
                            indicator.attribution()));
        }
        return new Written(skp, content);
    }

    /** Writes a draft without any result, to be written by hand. */
    Written empty(UUID assignmentId, Span span) {
        Skp skp = new Skp(id(), assignmentId, span.from(), span.to());
        SkpVersion content = new SkpVersion(id(), skp, 1, Approach.QUANTITATIVE,
                new SkpVersion.Source(null, null, null), SkpVersion.Beside.NOTHING, clock.instant());
        entityManager.persist(skp);
        entityManager.persist(content);
        return new Written(skp, content);
    }

    /** Writes the next version with the same content. */
    void copy(Skp skp, SkpVersion from) {
        write(skp, from.versionNo() + 1, from, PlanContent.following(from));
    }

    /** Puts other content in the place of a draft version that nobody has agreed to. */
    void replace(Skp skp, SkpVersion draft, PlanContent content) {
        // The plan's own row does not change; without this, two who change its content at once would not notice.
        entityManager.lock(skp, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        entityManager.remove(draft);
        entityManager.flush();
        write(skp, draft.versionNo(), draft, content);
    }

    /** Takes away a version that nobody has agreed to. */
    void discard(SkpVersion draft) {
        entityManager.remove(draft);
    }

    private void write(Skp skp, int versionNo, SkpVersion from, PlanContent content) {
        SkpVersion version = new SkpVersion(
                id(), skp, versionNo, from.approach(), from.source(), content.beside(), clock.instant());
        for (PlanContent.ResultDraft draft : content.results()) {
            WorkResult result = version.add(id(), draft.kind(), draft.title(), draft.expectation());
            draft.indicators().forEach(indicator ->
                    result.measureBy(id(), indicator.originId(), indicator.measure()));
        }
        entityManager.persist(version);
    }

    private UUID id() {
        return Ids.next(clock.millis());
    }
}
