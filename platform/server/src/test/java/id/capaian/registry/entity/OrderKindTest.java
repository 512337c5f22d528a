package id.capaian.registry.entity;

import static id.capaian.registry.entity.OrderKind.DROP;
import static id.capaian.registry.entity.OrderKind.EXPORT;
import static id.capaian.registry.entity.OrderKind.OPEN;
import static id.capaian.registry.entity.OrderKind.RESUME;
import static id.capaian.registry.entity.OrderKind.SUSPEND;
import static id.capaian.registry.entity.OrderKind.TAKE_BACK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderKindTest {

    private static final Map<Standing, Set<OrderKind>> ALLOWED = Map.of(
            Standing.NONE, Set.of(OPEN),
            Standing.BEGUN, Set.of(TAKE_BACK),
            Standing.ACTIVE, Set.of(SUSPEND, EXPORT),
            Standing.SUSPENDED, Set.of(RESUME, EXPORT, DROP),
            Standing.DROPPED, Set.of());

    @Test
    void refusesEverythingThatDoesNotFitTheStanding() {
        for (Standing standing : Standing.values()) {
            assertEquals(ALLOWED.get(standing), Arrays.stream(OrderKind.values())
                    .filter(kind -> kind.refusal(standing) == null).collect(Collectors.toSet()), standing.name());
        }
    }

    @Test
    void whatTakesSomethingFromPeopleIsConfirmed() {
        assertEquals(Set.of(SUSPEND, DROP, TAKE_BACK), Arrays.stream(OrderKind.values())
                .filter(OrderKind::needsConfirmation).collect(Collectors.toSet()));
    }

    @Test
    void aTenantThatIsHalfMadeHasNotServed() {
        assertEquals(Standing.NONE, Standing.of(null, null, false));
        assertEquals(Standing.BEGUN, Standing.of(null, null, true));
        assertEquals(Standing.BEGUN, Standing.of("ACTIVE", "CREATING", true));
        assertEquals(Standing.BEGUN, Standing.of("ACTIVE", "FAILED", false));
        assertEquals(Standing.ACTIVE, Standing.of("ACTIVE", "ACTIVE", true));
        assertEquals(Standing.SUSPENDED, Standing.of("SUSPENDED", "ACTIVE", true));
        assertEquals(Standing.SUSPENDED, Standing.of("ACTIVE", "SUSPENDED", true));
        assertEquals(Standing.DROPPED, Standing.of("DROPPED", "SUSPENDED", true));
    }
}
