package id.capaian.statistics.boundary;

import id.capaian.kernel.page.Pages;
import id.capaian.statistics.control.Cube;
import id.capaian.statistics.control.CubeCell;
import id.capaian.statistics.control.ReadCube;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the cells of a period together by area, for the page and the API alike. */
@ApplicationScoped
class Summaries {

    private static final List<String> MEASURES = List.of("EVALUATED", "PREDICATE", "INDEX");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ReadCube readCube;
    private final Pages pages;

    Summaries() {
        this(null, null);
    }

    @Inject
    Summaries(ReadCube readCube, Pages pages) {
        this.readCube = readCube;
        this.pages = pages;
    }

    SummaryView of(String period) {
        return view(readCube.read(period), MEASURES.stream().map(this::definition).toList());
    }

    private DefinitionView definition(String measure) {
        return new DefinitionView(measure, pages.text("statistics.measure." + measure),
                pages.text("statistics.definition." + measure));
    }

    static SummaryView view(Cube cube, List<DefinitionView> definitions) {
        Map<String, List<CubeCell>> byArea = new LinkedHashMap<>();
        cube.cells().forEach(cell -> byArea
                .computeIfAbsent(cell.level() + "/" + cell.areaCode(), area -> new ArrayList<>()).add(cell));
        Instant asOf = cube.cells().stream().map(CubeCell::asOf).max(Comparator.naturalOrder()).orElse(null);
        int tenants = cube.cells().stream().filter(cell -> cell.level().equals("NATION"))
                .mapToInt(CubeCell::tenantCount).max().orElse(0);
        return new SummaryView(cube.period(), cube.periods(), asOf, tenants, cube.smallestGroup(),
                byArea.values().stream().map(Summaries::area).toList(), definitions);
    }

    private static AreaView area(List<CubeCell> cells) {
        CubeCell any = cells.get(0);
        Integer evaluated = cells.stream().filter(cell -> cell.measure().equals("EVALUATED"))
                .findFirst().map(CubeCell::persons).orElse(null);
        Instant oldest = cells.stream().map(CubeCell::asOf).min(Comparator.naturalOrder()).orElse(any.asOf());
        return new AreaView(any.level(), any.areaCode(), any.areaName(), any.tenantCount(), oldest,
                cells.stream().map(cell -> figure(cell, evaluated)).toList());
    }

    private static FigureView figure(CubeCell cell, Integer evaluated) {
        BigDecimal share = cell.measure().equals("PREDICATE") ? share(cell.persons(), evaluated) : null;
        // How many have an index would tell, beside the evaluated, how many have none: perhaps a very small group.
        Integer persons = cell.measure().equals("INDEX") ? null : cell.persons();
        return new FigureView(cell.measure(), cell.category(), persons, share, cell.mean(), cell.suppression());
    }

    private static BigDecimal share(Integer persons, Integer evaluated) {
        if (persons == null || evaluated == null || evaluated == 0) {
            return null;
        }
        // Shown cells may each be kept from another refresh, so a part can exceed its whole for a while.
        return HUNDRED.multiply(BigDecimal.valueOf(persons))
                .divide(BigDecimal.valueOf(evaluated), 1, RoundingMode.HALF_UP).min(HUNDRED);
    }
}
