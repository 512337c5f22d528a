package id.capaian.statistics.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.problem.TextKey;
import id.capaian.kernel.tenancy.NationalUseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Reads national figures; the cube is all it can see. */
@NationalUseCase
public class ReadCube {

    private final CubeSql cube;
    private final Clock clock;

    ReadCube() {
        this(null, null);
    }

    @Inject
    ReadCube(CubeSql cube, Clock clock) {
        this.cube = cube;
        this.clock = clock;
    }

    /**
     * Figures of an area and of those it is made of.
     *
     * @param wantedPeriod code of the period; null or blank for the latest
     * @param wantedArea   code of a province for its governments; null, blank or {@link Cube#NATION} for the nation and
     *                     its provinces
     * @throws ProblemException {@link Problem#NOT_FOUND} when nothing was published of that period, or there is no
     *                          province of that code
     */
    public Cube read(String wantedPeriod, String wantedArea) {
        List<String> periods = cube.periods();
        String period = orElse(wantedPeriod, periods.stream().findFirst().orElse(null));
        if (period != null && !periods.contains(period)) {
            throw notFound("statistics.unknown-period");
        }
        String area = orElse(wantedArea, Cube.NATION);
        String name = cube.name(area).orElseThrow(() -> notFound("statistics.unknown-area"));
        List<CubeCell> cells = period == null ? List.of() : cube.cells(period, area);
        return new Cube(periods, period, area, name, cells, cube.smallestGroup(LocalDate.now(clock)));
    }

    private static String orElse(String wanted, String otherwise) {
        return wanted == null || wanted.isBlank() ? otherwise : wanted;
    }

    private static ProblemException notFound(String textKey) {
        return ProblemException.of(Problem.NOT_FOUND, new TextKey(textKey));
    }
}
