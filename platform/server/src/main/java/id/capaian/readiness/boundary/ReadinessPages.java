package id.capaian.readiness.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Attachment;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Turn;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.readiness.control.FindObstacles;
import id.capaian.readiness.control.Found;
import id.capaian.readiness.control.Gap;
import id.capaian.readiness.control.ReadReadiness;
import id.capaian.readiness.control.ReadReadiness.Frame;
import id.capaian.readiness.control.UnitState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Where admins see what is missing in a period and who cannot be scored, each with the link that mends it. */
@ApplicationScoped
@Path("/{tenant}/kesiapan")
@Produces(MediaType.TEXT_HTML)
public class ReadinessPages {

    private static final String PAGE = "readiness/readiness";
    private static final int LISTED = 50;
    private static final int UNITS = 50;

    private final ReadReadiness readReadiness;
    private final FindObstacles findObstacles;
    private final Pages pages;

    ReadinessPages() {
        this(null, null, null);
    }

    @Inject
    ReadinessPages(ReadReadiness readReadiness, FindObstacles findObstacles, Pages pages) {
        this.readReadiness = readReadiness;
        this.findObstacles = findObstacles;
        this.pages = pages;
    }

    @GET
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HR_ADMIN})
    public Response show(@QueryParam("periode") String period, @QueryParam("unit") String unit,
            @QueryParam("saring") Gap gap, @QueryParam("sesudah") UUID after,
            @QueryParam("hal") @DefaultValue("1") int page) {
        Frame frame = readReadiness.frame(period, id(unit));
        List<UnitState> units = readReadiness.units(frame);
        int first = Math.min(Math.max(page - 1, 0), Math.max(units.size() - 1, 0) / UNITS) * UNITS;
        return pages.page(PAGE, new ReadinessPageView(frame,
                units.subList(first, Math.min(first + UNITS, units.size())), totals(units),
                units.stream().mapToInt(UnitState::staff).sum(), gap, found(frame, gap, after, LISTED),
                turn(frame, gap, first, units.size()), units.stream().map(one ->
                        new Option(one.unitId().toString(), one.unitName())).toList()));
    }

    /** The whole list as a sheet. */
    @GET
    @Path("/unduh")
    @Produces(ReadinessSheet.MEDIA_TYPE)
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HR_ADMIN})
    public Response download(@QueryParam("periode") String period, @QueryParam("unit") String unit,
            @QueryParam("saring") Gap gap) {
        Frame frame = readReadiness.frame(period, id(unit));
        ReadinessSheet sheet = new ReadinessSheet(pages.shell());
        UUID after = null;
        do {
            Found found = found(frame, gap, after, ReadinessSheet.PART);
            sheet.add(found.people());
            after = found.next();
        } while (after != null);
        return Attachment.of("kesiapan-" + frame.period().code() + ".xlsx", ReadinessSheet.MEDIA_TYPE,
                new ByteArrayInputStream(sheet.finished()));
    }

    private Found found(Frame frame, Gap gap, UUID after, int listed) {
        return gap == null ? findObstacles.find(frame, after, listed)
                : findObstacles.with(gap, frame, after, listed);
    }

    private static Map<Gap, Integer> totals(List<UnitState> units) {
        Map<Gap, Integer> totals = new EnumMap<>(Gap.class);
        Stream.of(Gap.values()).forEach(gap -> totals.put(gap,
                units.stream().mapToInt(unit -> unit.gaps().get(gap)).sum()));
        return totals;
    }

    private Turn turn(Frame frame, Gap gap, int first, int units) {
        if (units <= UNITS) {
            return null;
        }
        String here = pages.here("/kesiapan?periode=" + frame.period().code()
                + (frame.unit() == null ? "" : "&unit=" + frame.unit().orgUnitId())
                + (gap == null ? "" : "&saring=" + gap) + "&hal=");
        int page = first / UNITS + 1;
        return new Turn(page == 1 ? null : here + (page - 1), first + UNITS >= units ? null : here + (page + 1),
                pages.text("readiness.units.range", first + 1, Math.min(first + UNITS, units), units));
    }

    /** A list without choice sends an empty field. */
    private static UUID id(String unit) {
        try {
            return unit == null || unit.isEmpty() ? null : UUID.fromString(unit);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.BAD_REQUEST);
        }
    }
}
