package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The two worked examples of the product's documents, through the whole system, read by the person they are about. */
class WorkedExampleIT {

    private final RunningSystem system;

    WorkedExampleIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
    }

    @Test
    void samarindaWeighsServiceAndConduct() throws IOException, InterruptedException {
        JsonNode own = toldTo("samarinda", "DINKES", "PKM-PALARAN", "PRW-TERAMPIL");
        assertSteps(own, List.of("26.25", "26.00", "41.80", "94.05", "65.84", "30.00", "95.84"));
    }

    @Test
    void tubeiHearsRaterPeersAndCitizens() throws IOException, InterruptedException {
        JsonNode own = toldTo("tubei", "LEBONG", "DPMPTSP", "PERIZINAN");
        assertSteps(own, List.of("44.00", "42.00", "19.37", "105.37", "103.22"));
    }

    /** The last expected figure is the index itself. */
    private static void assertSteps(JsonNode own, List<String> expected) {
        List<BigDecimal> steps = StreamSupport.stream(own.at("/suggestion/explanation/steps").spliterator(), false)
                .map(step -> figure(step.get("value"))).toList();
        List<BigDecimal> missing = expected.stream().map(WorkedExampleIT::figure)
                .filter(figure -> !steps.contains(figure)).toList();
        assertEquals(List.of(), missing, "not among the steps " + steps);
        assertEquals(figure(expected.get(expected.size() - 1)), figure(own.at("/suggestion/indexScore")));
    }

    private static BigDecimal figure(JsonNode number) {
        return figure(number.asText());
    }

    private static BigDecimal figure(String number) {
        return new BigDecimal(number).setScale(2);
    }

    /** Brings the last one in that post of the unit to a delivered rating, as far as the way is not gone yet. */
    private JsonNode toldTo(String tenant, String above, String unit, String post)
            throws IOException, InterruptedException {
        Groundwork.opened(system, tenant);
        String username = Demo.holders(tenant).stream()
                .filter(holder -> holder.unit().equals(unit) && holder.post().equals(post))
                .map(Demo.Holder::username).reduce((first, second) -> second).orElseThrow();
        Delivery delivery = new Delivery(tenant, Api.as(system, username, tenant),
                Api.as(system, Demo.headOf(tenant, unit), tenant), Api.as(system, Demo.headOf(tenant, above), tenant));
        JsonNode own = delivery.toldToThePerson();
        delivery.assertComputesAgain(own);
        return own;
    }
}
