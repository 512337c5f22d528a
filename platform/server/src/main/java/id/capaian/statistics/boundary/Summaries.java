package id.capaian.statistics.boundary;

import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.statistics.control.Cube;
import id.capaian.statistics.control.CubeCell;
import id.capaian.statistics.control.ReadCube;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the cells of a period together by area, for the page and the API alike, and remembers them for a moment. */
@ApplicationScoped
class Summaries {

    private static final List<String> MEASURES = List.of("EVALUATED", "PREDICATE", "INDEX");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ReadCube readCube;
    private final Pages pages;
    private final Visit visit;
    private final SummaryMemory memory;

    Summaries() {
        this(null, null, null, null);
    }

    @Inject
    Summaries(ReadCube readCube, Pages pages, Visit visit, Clock clock) {
        this.readCube = readCube;
        this.pages = pages;
        this.visit = visit;
        this.memory = new SummaryMemory(clock);
    }

    /**
     * Figures of an area and of those it is made of, at most {@link SummaryMemory#LIFE} old.
     *
     * @param period code of a period; null or blank for the latest
     * @param area   code of a province; null or blank for the nation
     * @throws ProblemException {@link Problem#NOT_FOUND} when nothing was published of that period, or there is no
     *                          province of that code
     */
    Summary of(String period, String area) {
        return memory.of(new SummaryQuestion(period, area, visit.language()), this::made);
    }

    private Summary made(SummaryQuestion question) {
        return new Summary(view(readCube.read(question.period(), question.area()),
                MEASURES.stream().map(this::definition).toList()));
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
        List<AreaView> areas = byArea.values().stream().map(Summaries::area).toList();
        int tenants = areas.isEmpty() ? 0 : areas.get(areas.size() - 1).tenantCount();
        return new SummaryView(cube.period(), cube.periods(), cube.areaCode(), cube.areaName(), asOf, tenants,
                cube.smallestGroup(), areas, definitions);
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
