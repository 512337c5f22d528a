package id.capaian.evaluation.entity;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where an evaluation stands, and who may move it where (domain.md 4). Whatever {@link #moves()} does not list is
 * forbidden. Reopening is a move back to {@link #UNDER_REVIEW}, not a state.
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
    FINAL;

    private static final Map<EvaluationStatus, Map<EvaluationStatus, Set<Mover>>> MOVES =
            new EnumMap<>(EvaluationStatus.class);

    static {
        move(NOT_STARTED, SELF_FILLING, Mover.SYSTEM);
        move(SELF_FILLING, SELF_SUBMITTED, Mover.EMPLOYEE);
        move(SELF_SUBMITTED, UNDER_REVIEW, Mover.RATER);
        move(SELF_SUBMITTED, RETURNED_FOR_EVIDENCE, Mover.RATER);
        move(RETURNED_FOR_EVIDENCE, SELF_SUBMITTED, Mover.EMPLOYEE);
        move(UNDER_REVIEW, RATED, Mover.RATER);
        // The system: a figure about the rater asks for it (regions.md 6).
        move(RATED, CALIBRATING, Mover.RATER, Mover.UNIT_HEAD, Mover.SYSTEM);
        move(RATED, DELIVERED, Mover.RATER);
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

    /** Both ratings are fixed, whatever came after. */
    public boolean isRated() {
        return ordinal() >= RATED.ordinal();
    }

    /** The person may see ratings, predicate and explanation: nobody learns a rating before it is delivered. */
    public boolean isKnownToThePerson() {
        return ordinal() >= DELIVERED.ordinal();
    }

    private static void move(EvaluationStatus from, EvaluationStatus to, Mover first, Mover... more) {
        MOVES.computeIfAbsent(from, any -> new EnumMap<>(EvaluationStatus.class)).put(to, EnumSet.of(first, more));
    }
}
