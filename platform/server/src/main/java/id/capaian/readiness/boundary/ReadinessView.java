package id.capaian.readiness.boundary;

import id.capaian.readiness.control.Found;
import id.capaian.readiness.control.Gap;
import id.capaian.readiness.control.Listed;
import id.capaian.readiness.control.ReadReadiness.Frame;
import id.capaian.readiness.control.Reason;
import id.capaian.readiness.control.Stage;
import id.capaian.readiness.control.UnitState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How a government, or a unit with what is below it, stands in a period.
 *
 * @param day      the day of the period that is looked at
 * @param unitName null for all the caller looks after
 * @param staff    definitive posts held on that day
 * @param gaps     how many people have each gap
 * @param units    each for itself, by code
 * @param filter   whom the list is of: those with this gap; null for those who cannot be scored
 * @param people   a part of the list
 * @param next     where the list goes on; null at its end
 */
public record ReadinessView(String periodCode, String periodName, LocalDate day, UUID unitId, String unitName,
        int staff, List<ReadinessCount> gaps, List<ReadinessUnit> units, Gap filter, List<ReadinessPerson> people,
        UUID next) {

    public ReadinessView {
        gaps = List.copyOf(gaps);
        units = List.copyOf(units);
        people = List.copyOf(people);
    }

    /** How many people something is true of; the name is that of a gap or a stage. */
    public record ReadinessCount(String name, int people) {
    }

    /** A unit for itself; the stages sum to the staff. */
    public record ReadinessUnit(UUID unitId, String code, String name, int staff, List<ReadinessCount> gaps,
            List<ReadinessCount> stages) {
    }

    /**
     * Why somebody is on the list.
     *
     * @param path       where it is mended, below the tenant's address
     * @param indonesian the formula's own words; null when there are none, and so in English
     * @param remarks    values that do not count and why, in Indonesian
     */
    public record ReadinessReason(String code, String path, String indonesian, String english, List<String> remarks) {
    }

    /** Somebody on the list. */
    public record ReadinessPerson(UUID employeeId, String name, UUID unitId, String unitName,
            List<ReadinessReason> reasons) {
    }

    static ReadinessView of(Frame frame, List<UnitState> units, Gap filter, Found found) {
        return new ReadinessView(frame.period().code(), frame.period().name(), frame.day(),
                frame.unit() == null ? null : frame.unit().orgUnitId(),
                frame.unit() == null ? null : frame.unit().name(), units.stream().mapToInt(UnitState::staff).sum(),
                Stream.of(Gap.values()).map(gap -> new ReadinessCount(gap.name(),
                        units.stream().mapToInt(unit -> unit.gaps().get(gap)).sum())).toList(),
                units.stream().map(ReadinessView::unit).toList(), filter,
                found.people().stream().map(ReadinessView::person).toList(), found.next());
    }

    private static ReadinessUnit unit(UnitState unit) {
        return new ReadinessUnit(unit.unitId(), unit.unitCode(), unit.unitName(), unit.staff(),
                Stream.of(Gap.values()).map(gap -> new ReadinessCount(gap.name(), unit.gaps().get(gap))).toList(),
                Stream.of(Stage.values()).map(stage -> new ReadinessCount(stage.name(), unit.stages().get(stage)))
                        .toList());
    }

    private static ReadinessPerson person(Listed listed) {
        return new ReadinessPerson(listed.post().employeeId(), listed.name(), listed.post().unitId(),
                listed.post().unitName(), listed.reasons().stream().map(ReadinessView::reason).toList());
    }

    private static ReadinessReason reason(Reason reason) {
        return new ReadinessReason(reason.code(), reason.path(), reason.detail() == null ? null
                : reason.detail().indonesian(), reason.detail() == null ? null : reason.detail().english(),
                reason.remarks().stream().map(remark -> remark.indonesian()).toList());
    }
}
