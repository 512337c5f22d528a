package id.capaian.evaluation.entity;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;

/** How the rater marked one value of conduct, with a word on what was seen. */
@Embeddable
public class BehaviorMark {

    @Enumerated(EnumType.STRING)
    private Rating mark;

    private String note;

    protected BehaviorMark() {
    }

    /** @param note what was seen; may be null */
    public BehaviorMark(Rating mark, String note) {
        this.mark = Objects.requireNonNull(mark, "mark");
        this.note = Reasons.optional(note);
    }

    public Rating mark() {
        return mark;
    }

    public String note() {
        return note;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BehaviorMark that && mark == that.mark && Objects.equals(note, that.note);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mark, note);
    }
}
