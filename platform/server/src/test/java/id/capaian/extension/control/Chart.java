package id.capaian.extension.control;

import id.capaian.extension.OrganisationChart;
import id.capaian.kernel.page.Option;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A chart of two units, one below the other, with 40 people in the lower and 10 more in the upper one. */
public final class Chart implements OrganisationChart {

    public static final UUID OFFICE = UUID.fromString("01930000-0000-7000-8000-00000000000a");
    public static final UUID CENTRE = UUID.fromString("01930000-0000-7000-8000-00000000000b");
    private static final int IN_CENTRE = 40;
    private static final int IN_OFFICE = 10;

    @Override
    public List<Option> units() {
        return List.of(new Option(OFFICE.toString(), "Dinas"), new Option(CENTRE.toString(), "Puskesmas"));
    }

    @Override
    public List<UUID> upwards(UUID orgUnitId) {
        return orgUnitId.equals(CENTRE) ? List.of(CENTRE, OFFICE) : orgUnitId.equals(OFFICE) ? List.of(OFFICE)
                : List.of();
    }

    @Override
    public int people(UUID orgUnitId, Collection<UUID> except, LocalDate on) {
        int centre = except.contains(CENTRE) || except.contains(OFFICE) ? 0 : IN_CENTRE;
        return CENTRE.equals(orgUnitId) ? centre : centre + (except.contains(OFFICE) ? 0 : IN_OFFICE);
    }
}
