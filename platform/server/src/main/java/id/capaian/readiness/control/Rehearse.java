package id.capaian.readiness.control;

import id.capaian.evaluation.Rehearsals;
import id.capaian.evaluation.Rehearsals.Played;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;

/** Has shadow staff go through a cycle with the government's own tree, calendar and packs, and notes how it ended. */
@ApplicationScoped
public class Rehearse {

    /** How many of them there are. */
    public static final int SHADOWS = 20;

    private final ReadPreparation preparation;
    private final Rehearsals rehearsals;

    Rehearse() {
        this(null, null);
    }

    @Inject
    Rehearse(ReadPreparation preparation, Rehearsals rehearsals) {
        this.preparation = preparation;
        this.rehearsals = rehearsals;
    }

    /** What happened: nobody plays while there is no period to come or nobody has a post. */
    public record Rehearsed(String periodName, List<Played> played) {

        public Rehearsed {
            played = List.copyOf(played);
        }
    }

    /** Plays it. Nothing remains but the note that it was played. */
    public Rehearsed rehearse() {
        ReadPreparation.Stage stage = preparation.stage(SHADOWS);
        if (stage.period() == null || stage.shadows().isEmpty()) {
            return new Rehearsed(null, List.of());
        }
        // A small government plays with the places it has, more than once.
        List<Played> played = rehearsals.play(stage.period().periodId(), IntStream.range(0, SHADOWS)
                .mapToObj(i -> stage.shadows().get(i % stage.shadows().size())).toList());
        preparation.note(played.size(), (int) played.stream().filter(one -> one.stoppedAt() == null).count());
        return new Rehearsed(stage.period().name(), played);
    }
}
