package id.capaian.evaluation.entity;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where an evaluation stands, and who may move it where (domain.md 4). Whatever {@link #moves()} does not list is
 * forbidden. Reopening is a move back to {@link #UNDER_REVIEW}, not a state.
 *
 * <p>Three things domain.md leaves open are ours. What was handed in by mistake comes back while the rater has not
 * begun. Somebody who hands nothing in does not keep a period open for all: once it is over, the rater begins without.
 * And who died, left or was on unpaid leave of state (domain.md 3.5) is taken out by the agency, until the person was
 * told a result: from then on it ends by itself. Alternative considered: a flag beside the state; but then every
 * question about the state would have to ask for the flag, too.
 */
public enum EvaluationStatus {

    /** Belum dimulai: the period has not opened yet. */
    NOT_STARTED,
    /** Pengisian realisasi dan bukti. */
    SELF_FILLING,
    /** Menunggu penilaian. */
    SELF_SUBMITTED,
    /** Lengkapi bukti. */
    RETURNED_FOR_EVIDENCE,
    /** Sedang dinilai. */
    UNDER_REVIEW,
    /** Sudah dinilai; the person does not know yet. */
    RATED,
    /** Penyelarasan distribusi. */
    CALIBRATING,
    /** Disampaikan; the person's term to answer runs. */
    DELIVERED,
    /** Diterima pegawai. */
    ACKNOWLEDGED,
    /** Dianggap diterima: the term ended without an answer. */
    LAPSED,
    /** Keberatan. */
    OBJECTED,
    /** Penjelasan pejabat penilai, given or overdue. */
    EXPLAINED,
    /** Diputus by the rater's superior; there is no further instance. */
    DECIDED,
    /** Final: locked. */
    FINAL,
    /** Dikeluarkan dari periode: there is nothing to evaluate; it can be taken back in where it stood. */
    EXCLUDED;

    private static final Map<EvaluationStatus, Map<EvaluationStatus, Set<Mover>>> MOVES =
            new EnumMap<>(EvaluationStatus.class);

    static {
        move(NOT_STARTED, SELF_FILLING, Mover.SYSTEM);
        move(SELF_FILLING, SELF_SUBMITTED, Mover.EMPLOYEE);
        move(SELF_SUBMITTED, SELF_FILLING, Mover.EMPLOYEE);
        // Only once the period is over; see Evaluation.
        move(SELF_FILLING, UNDER_REVIEW, Mover.RATER);
        move(RETURNED_FOR_EVIDENCE, UNDER_REVIEW, Mover.RATER);
        move(SELF_SUBMITTED, UNDER_REVIEW, Mover.RATER);
        move(SELF_SUBMITTED, RETURNED_FOR_EVIDENCE, Mover.RATER);
        move(RETURNED_FOR_EVIDENCE, SELF_SUBMITTED, Mover.EMPLOYEE);
        move(UNDER_REVIEW, RATED, Mover.RATER);
        // The system: a figure about the rater asks for it (regions.md 6).
        move(RATED, CALIBRATING, Mover.RATER, Mover.UNIT_HEAD, Mover.SYSTEM);
        move(RATED, DELIVERED, Mover.RATER);
        // The system: the achievement of the unit that the person leads was corrected (domain.md 3.3).
        move(RATED, UNDER_REVIEW, Mover.SYSTEM);
        move(CALIBRATING, UNDER_REVIEW, Mover.SYSTEM);
        move(CALIBRATING, RATED, Mover.UNIT_HEAD);
        move(CALIBRATING, DELIVERED, Mover.UNIT_HEAD);
        move(DELIVERED, ACKNOWLEDGED, Mover.EMPLOYEE);
        move(DELIVERED, OBJECTED, Mover.EMPLOYEE);
        move(DELIVERED, LAPSED, Mover.CLOCK);
        move(ACKNOWLEDGED, FINAL, Mover.SYSTEM);
        move(LAPSED, FINAL, Mover.SYSTEM);
        move(OBJECTED, EXPLAINED, Mover.RATER, Mover.CLOCK);
        move(EXPLAINED, DECIDED, Mover.RATER_SUPERIOR);
        move(DECIDED, FINAL, Mover.SYSTEM);
        move(FINAL, UNDER_REVIEW, Mover.REGION_HR_ADMIN);
        for (EvaluationStatus untold : EnumSet.range(SELF_FILLING, CALIBRATING)) {
            move(untold, EXCLUDED, Mover.REGION_HR_ADMIN);
            move(EXCLUDED, untold, Mover.REGION_HR_ADMIN);
        }
    }

    /** Whether this mover may move an evaluation from here to there. */
    public boolean allows(EvaluationStatus next, Mover mover) {
        return moves().getOrDefault(next, Set.of()).contains(mover);
    }

    /** Where it goes from here, and who may move it there. */
    public Map<EvaluationStatus, Set<Mover>> moves() {
        return MOVES.getOrDefault(this, Map.of());
    }

    /** The rater has not fixed the ratings yet: values may be marked and runs suggest. */
    public boolean isBeforeRating() {
        return this == SELF_FILLING || this == SELF_SUBMITTED || this == RETURNED_FOR_EVIDENCE || this == UNDER_REVIEW;
    }

    /** What is recorded does not change any more. */
    public boolean isHandedIn() {
        return this != NOT_STARTED && this != SELF_FILLING && this != RETURNED_FOR_EVIDENCE;
    }

    /** Whether somebody still has something to do about it. */
    public boolean isUnderWay() {
        return this != FINAL && this != EXCLUDED;
    }

    /** Both ratings are fixed, whatever came after. */
    public boolean isRated() {
        return ordinal() >= RATED.ordinal() && this != EXCLUDED;
    }

    /** The person may see ratings, predicate and explanation: nobody learns a rating before it is delivered. */
    public boolean isKnownToThePerson() {
        return ordinal() >= DELIVERED.ordinal() && this != EXCLUDED;
    }

    private static void move(EvaluationStatus from, EvaluationStatus to, Mover first, Mover... more) {
        MOVES.computeIfAbsent(from, any -> new EnumMap<>(EvaluationStatus.class)).put(to, EnumSet.of(first, more));
    }
}
