package id.capaian.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;

/** "Own plan": 8 results, 16 indicators, the latest value of each. */
final class OwnPlan implements Request {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http http;
    private final Callers callers;

    OwnPlan(Http http, Callers callers) {
        this.http = http;
        this.callers = callers;
    }

    @Override
    public String name() {
        return "own plan";
    }

    @Override
    public void send(Person person, SplittableRandom random, boolean sample) throws IOException {
        Http.Answer answer = http.send("GET", "/api/" + person.code() + "/plans/own",
                Map.of("Authorization", "Bearer " + callers.tokenOf(person)), null).ok("own plan");
        if (sample) {
            check(person, JSON.readTree(answer.body()));
        }
    }

    private static void check(Person person, JsonNode answer) {
        JsonNode plan = answer.path("plans").path(0);
        int values = 0;
        for (JsonNode result : plan.path("results")) {
            for (JsonNode indicator : result.path("indicators")) {
                values += indicator.path("latest").path("value").isMissingNode() ? 0 : 1;
            }
        }
        if (!plan.path("employeeId").asText().equals(person.own(Person.Kind.EMPLOYEE).toString())
                || plan.path("results").size() != Person.RESULTS || values != Person.INDICATORS) {
            throw new IllegalStateException("own plan of " + person + " is not what was generated: " + answer);
        }
    }
}
