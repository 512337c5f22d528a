package id.capaian.planning.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.planning.boundary.ResultFormView.TypedIndicator;
import id.capaian.planning.control.ResultInput;
import id.capaian.planning.entity.Perspective;
import id.capaian.planning.entity.ResultKind;
import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Direction;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a browser sends of a result, without a server. */
class ResultFormTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private static MultivaluedMap<String, String> sent(Map<String, String> more) {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        Map.of("kind", "MAIN", "title", " Arsip tertata ", "indicator-0-id", ID.toString(), "indicator-0-name",
                "Berkas",
                "indicator-0-dimension", "QUANTITY", "indicator-0-unit", "berkas", "indicator-0-direction", "MAX",
                "indicator-0-target", "5.200", "indicator-3-name", "Suhu", "indicator-3-low", "36,5")
                .forEach(sent::putSingle);
        more.forEach(sent::putSingle);
        return sent;
    }

    @Test
    void readsRowsWhateverTheirNumbers() {
        ResultForm form = new ResultForm(sent(Map.of()));
        ResultInput input = form.input(false, "wrong");
        assertEquals(ResultKind.MAIN, input.kind());
        assertEquals("Arsip tertata", input.title());
        assertEquals(new ResultInput.IndicatorInput(ID, "Berkas", Aspect.QUANTITY, null, "berkas", Direction.MAX,
                new BigDecimal("5200"), null, null), input.indicators().get(0));
        assertEquals("Suhu", input.indicators().get(1).name());
        assertEquals(new BigDecimal("36.5"), input.indicators().get(1).targetLow());
        assertNull(input.indicators().get(1).direction());
        assertEquals(List.of(), form.unreadable());
    }

    @Test
    void readsPerspectivesWhereThePostPlansByThem() {
        ResultInput input = new ResultForm(sent(Map.of("indicator-0-dimension", "BUDGET"))).input(true, "wrong");
        assertEquals(Perspective.BUDGET, input.indicators().get(0).perspective());
        assertNull(input.indicators().get(0).aspect());
    }

    @Test
    void namesTheFieldOfANumberThatIsNone() {
        ResultForm form = new ResultForm(sent(Map.of("indicator-3-high", "banyak")));
        form.input(false, "wrong");
        assertEquals(List.of(new FieldProblem("indicator-1-high", "wrong")), form.unreadable());
    }

    @Test
    void addsAndTakesAwayRowsKeepingTheOthers() {
        List<TypedIndicator> more = new ResultForm(sent(Map.of("wish", "+"))).reshaped().orElseThrow().indicators();
        assertEquals(List.of("Berkas", "Suhu", ""), more.stream().map(TypedIndicator::name).toList());
        List<TypedIndicator> fewer = new ResultForm(sent(Map.of("wish", "-0"))).reshaped().orElseThrow().indicators();
        assertEquals(List.of("Suhu"), fewer.stream().map(TypedIndicator::name).toList());
        assertEquals(2, new ResultForm(sent(Map.of("wish", "-9"))).reshaped().orElseThrow().indicators().size());
        assertTrue(new ResultForm(sent(Map.of())).reshaped().isEmpty());
    }

    @Test
    void findsThePagesFieldForEachOfTheInput() {
        assertEquals(List.of("title", "indicator-2-dimension", "indicator-2-unit", "indicator-0-low",
                "indicator-1-high",
                "indicator-1-target", "indicators"),
                ResultForm.placed(List.of("title", "indicators[2].perspective", "indicators[2].unitOfMeasure",
                        "indicators[0].targetLow", "indicators[1].targetHigh", "indicators[1].target", "indicators")
                        .stream()
                        .map(field -> new FieldProblem(field, "")).toList()).stream().map(FieldProblem::field)
                        .toList());
    }
}
