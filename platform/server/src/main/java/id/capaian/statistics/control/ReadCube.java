package id.capaian.statistics.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
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
     * Figures of a period.
     *
     * @param wanted code of the period; null or blank for the latest
     * @throws ProblemException {@link Problem#NOT_FOUND} when nothing was published of that period
     */
    public Cube read(String wanted) {
        List<String> periods = cube.periods();
        String period = wanted == null || wanted.isBlank() ? periods.stream().findFirst().orElse(null) : wanted;
        if (period != null && !periods.contains(period)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        List<CubeCell> cells = period == null ? List.of() : cube.cells(period);
        return new Cube(periods, period, cells, cube.smallestGroup(LocalDate.now(clock)));
    }
}
