package id.capaian.readiness.control;

import id.capaian.evaluation.Scorability;
import id.capaian.evaluation.Scorability.Candidate;
import id.capaian.evaluation.Scorability.Obstacle;
import id.capaian.readiness.control.ReadReadiness.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who cannot be scored in a period, and why. Reads page by page and asks the formulas without a connection; an answer
 * looks at so many people at most, and says where to go on.
 */
@ApplicationScoped
public class FindObstacles {

    /** People looked at by one answer. */
    static final int LOOKED_AT = 2000;
    private static final int PAGE = 500;

    private final ReadReadiness readReadiness;
    private final Scorability scorability;

    FindObstacles() {
        this(null, null);
    }

    @Inject
    FindObstacles(ReadReadiness readReadiness, Scorability scorability) {
        this.readReadiness = readReadiness;
        this.scorability = scorability;
    }

    /**
     * People who cannot be scored, by their post.
     *
     * @param after  last post of the part before; null for the first part
     * @param listed how many are listed at most
     */
    public Found find(Frame frame, UUID after, int listed) {
        List<Hindered> found = new ArrayList<>();
        UUID last = after;
        int looked = 0;
        boolean goesOn = true;
        while (goesOn && looked < LOOKED_AT && found.size() <= listed) {
            List<Post> page = readReadiness.posts(frame, last, PAGE);
            found.addAll(hindered(frame, page));
            looked += page.size();
            goesOn = page.size() == PAGE;
            last = page.isEmpty() ? last : page.get(page.size() - 1).assignmentId();
        }
        if (found.size() > listed) {
            List<Hindered> part = List.copyOf(found.subList(0, listed));
            return found(part, part.get(listed - 1).post().assignmentId());
        }
        return found(found, goesOn ? last : null);
    }

    private Found found(List<Hindered> hindered, UUID next) {
        Map<UUID, String> names = readReadiness.names(hindered.stream().map(one -> one.post().employeeId()).toList());
        return new Found(hindered.stream().map(one -> new Listed(one.post(), names.get(one.post().employeeId()),
                one.reasons())).toList(), next);
    }

    /** Somebody with a gap; {@link #find} for what formulas say. */
    public Found with(Gap gap, Frame frame, UUID after, int listed) {
        List<Post> page = readReadiness.postsWith(gap, frame, after, listed + 1);
        List<Post> part = page.subList(0, Math.min(listed, page.size()));
        return found(part.stream().map(post -> new Hindered(post, List.of(Reason.of(gap)))).toList(),
                page.size() > listed ? part.get(listed - 1).assignmentId() : null);
    }

    /** Somebody, not named yet. */
    private record Hindered(Post post, List<Reason> reasons) {
    }

    private List<Hindered> hindered(Frame frame, List<Post> posts) {
        List<Post> open = posts.stream().filter(Post::open).toList();
        Map<UUID, Obstacle> byPlan = scorability.obstacles(frame.period().periodId(), open.stream()
                .filter(post -> post.stage() == Stage.WORKING).map(FindObstacles::candidate).toList()).stream()
                .filter(obstacle -> !obstacle.waitsForMarks())
                .collect(Collectors.toMap(obstacle -> obstacle.candidate().skpId(), Function.identity()));
        return open.stream().map(post -> new Hindered(post, reasons(post, byPlan.get(post.skpId()))))
                .filter(one -> !one.reasons().isEmpty()).toList();
    }

    private static Candidate candidate(Post post) {
        return new Candidate(post.skpId(), post.evaluationId(), post.employeeId(), post.unitId());
    }

    private static List<Reason> reasons(Post post, Obstacle obstacle) {
        List<Reason> reasons = new ArrayList<>();
        for (Gap gap : List.of(Gap.NO_PLAN, Gap.PLAN_NOT_AGREED, Gap.NO_RATER)) {
            if (post.gaps().contains(gap)) {
                reasons.add(Reason.of(gap));
            }
        }
        if (obstacle != null) {
            reasons.add(new Reason(obstacle.code(), obstacle.detail(), obstacle.remarks()));
        }
        return reasons;
    }
}
