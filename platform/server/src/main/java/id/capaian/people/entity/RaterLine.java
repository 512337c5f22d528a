package id.capaian.people.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * Who rates an assignment from a day on, and who stands above that rater. Nobody rates themselves, and the superior is
 * never the rater (domain.md 2).
 */
@Entity
@Table(name = "rater_line")
public class RaterLine {

    @Id
    @Column(name = "rater_line_id")
    private UUID id;
    @Column(name = "assignment_id")
    private UUID assignmentId;
    @Column(name = "rater_id")
    private UUID raterId;
    @Column(name = "rater_superior_id")
    private UUID raterSuperiorId;
    @Column(name = "valid_from")
    private LocalDate validFrom;
    @Column(name = "valid_to")
    private LocalDate validTo;
    @Version
    private long version;

    protected RaterLine() {
    }

    /** A rater for an assignment from {@code terms.from()} on. */
    public RaterLine(UUID id, UUID assignmentId, UUID ratedEmployeeId, LocalDate from, Terms terms) {
        this.id = id;
        this.assignmentId = assignmentId;
        this.validFrom = from;
        agree(ratedEmployeeId, terms);
    }

    /**
     * Who, above whom, until when.
     *
     * @param raterSuperiorId null when nobody is named
     * @param to              last day, null when open
     */
    public record Terms(UUID raterId, UUID raterSuperiorId, LocalDate to) {

        /** The same with another last day, null for none. */
        public Terms until(LocalDate lastDay) {
            return new Terms(raterId, raterSuperiorId, lastDay);
        }
    }

    /**
     * Takes other terms for the same assignment and first day.
     *
     * @return whether anything differed
     * @throws IllegalArgumentException when the rater is the rated or their own superior
     */
    public final boolean agree(UUID ratedEmployeeId, Terms terms) {
        if (terms.raterId().equals(ratedEmployeeId)) {
            throw new IllegalArgumentException("nobody rates themselves");
        }
        if (terms.raterId().equals(terms.raterSuperiorId())) {
            throw new IllegalArgumentException("the rater's superior is somebody else");
        }
        if (terms.equals(terms())) {
            return false;
        }
        raterId = terms.raterId();
        raterSuperiorId = terms.raterSuperiorId();
        endOn(terms.to());
        return true;
    }

    /** Sets the last day, null to leave it open; answers whether it differed. */
    public final boolean endOn(LocalDate lastDay) {
        if (lastDay != null && lastDay.isBefore(validFrom)) {
            throw new IllegalArgumentException("a rater line cannot end before it starts");
        }
        boolean changed = !Objects.equals(validTo, lastDay);
        validTo = lastDay;
        return changed;
    }

    /** Whether it runs on a day. */
    public boolean covers(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    public Terms terms() {
        return new Terms(raterId, raterSuperiorId, validTo);
    }

    public UUID id() {
        return id;
    }

    public UUID assignmentId() {
        return assignmentId;
    }

    public UUID raterId() {
        return raterId;
    }

    public UUID raterSuperiorId() {
        return raterSuperiorId;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate validTo() {
        return validTo;
    }
}
