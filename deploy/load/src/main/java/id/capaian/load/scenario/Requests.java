package id.capaian.load.scenario;

import com.nimbusds.jose.JOSEException;
import id.capaian.load.House;
import id.capaian.load.Person;
import id.capaian.load.Person.Kind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Kinds of request that scenarios are mixed of, in the name of people with tokens. */
final class Requests {

    static final String AUTHORIZATION = "Authorization";
    static final String ACCEPT = "Accept";
    static final String JSON = "application/json";
    private static final String HTML = "text/html";
    private static final int EVENING_PLAN = 30;
    private static final int EVENING_PAGE = 30;
    private static final int EVENING_SAVE = 40;
    private static final double PERCENT = 100;

    private final House house;
    private final String analyst;

    Requests(House house) throws JOSEException {
        this.house = house;
        this.analyst = "Bearer " + house.system().issuer().analystToken();
    }

    /** Signs everybody's token, which would else be a part of the first request's time. */
    void prepare(List<Person> people) {
        people.forEach(house::tokenOf);
    }

    String authorization(Person person) {
        return "Bearer " + house.tokenOf(person);
    }

    /** Own plan as JSON. */
    Shot ownPlan(Person person) {
        return read(person, "/api/" + person.code() + "/plans/own", JSON, person.own(Kind.EMPLOYEE).toString());
    }

    /** Own plan as page. */
    Shot ownPage(Person person) {
        return read(person, "/" + person.code() + "/skp", HTML, person.own(Kind.PLAN).toString());
    }

    /** Plans of those the person rates. */
    Shot team(Person rater) {
        return read(rater, "/api/" + rater.code() + "/plans/team", JSON, rater.member(0).own(Kind.EMPLOYEE).toString());
    }

    /** Whose progress waits for the person's word. */
    Shot reviews(Person rater) {
        return read(rater, "/api/" + rater.code() + "/progress/reviews", JSON,
                rater.member(0).own(Kind.EMPLOYEE).toString());
    }

    /** National figures of last year, which all have published. */
    Shot national() {
        return new Read(Ask.get("/api/national/summary?period=" + (LocalDate.now().getYear() - 1),
                Map.of(AUTHORIZATION, analyst, ACCEPT, JSON)), "\"areas\"");
    }

    private Shot read(Person person, String path, String accept, String has) {
        Map<String, String> headers = new HashMap<>(Map.of(AUTHORIZATION, authorization(person), ACCEPT, accept));
        if (accept.equals(HTML)) {
            // As browsers do.
            headers.put("Accept-Encoding", "gzip");
        }
        return new Read(Ask.get(path, headers), has);
    }

    /** An hour of an ordinary day: most look, some write. */
    Mix ordinary(People people, Writes writes) {
        return new Mix(List.of(new Mix.Part(30, of(people, this::ownPlan)), new Mix.Part(25, of(people, this::ownPage)),
                new Mix.Part(20, write(people, writes)),
                new Mix.Part(10, random -> team(people.anyRater(random))),
                new Mix.Part(10, random -> reviews(people.anyRater(random))),
                new Mix.Part(5, random -> national())));
    }

    /** The last evening before a deadline: as many write as look. */
    Mix evening(People people, Writes writes) {
        return new Mix(List.of(new Mix.Part(EVENING_PLAN, of(people, this::ownPlan)),
                new Mix.Part(EVENING_PAGE, of(people, this::ownPage)), new Mix.Part(EVENING_SAVE, write(people, writes))));
    }

    /**
     * Milliseconds of the floor of one request of that mix.
     *
     * @param floors by kind, as the part {@code requests} names them
     * @return null where they were not measured
     */
    static Double eveningFloor(Map<String, Double> floors) {
        Double plan = floors.get("own plan as JSON");
        Double page = floors.get("own plan as page");
        Double save = floors.get("save progress");
        return plan == null || page == null || save == null ? null
                : (EVENING_PLAN * plan + EVENING_PAGE * page + EVENING_SAVE * save) / PERCENT;
    }

    private static Function<SplittableRandom, Shot> of(People people, Function<Person, Shot> kind) {
        return random -> kind.apply(people.any(random));
    }

    /** While every entry is being written, which takes a server that leaves thousands unanswered, somebody looks. */
    private Function<SplittableRandom, Shot> write(People people, Writes writes) {
        return random -> {
            Shot save = writes.next(random);
            return save == null ? ownPlan(people.any(random)) : save;
        };
    }
}
