package id.capaian.readiness.control;

import java.util.Map;
import java.util.UUID;

/**
 * How the people of a unit stand in a period, without the units below it.
 *
 * @param staff  definitive posts held
 * @param gaps   how many of them have each gap; every gap is there
 * @param stages how many of them are at each stage; every stage is there and they sum to the staff
 */
public record UnitState(UUID unitId, String unitCode, String unitName, int staff, Map<Gap, Integer> gaps,
        Map<Stage, Integer> stages) {

    public UnitState {
        gaps = Map.copyOf(gaps);
        stages = Map.copyOf(stages);
    }

    /** Share of the staff at a stage in whole percent, rounded down; 0 when there is no staff. */
    public int percent(Stage stage) {
        return staff == 0 ? 0 : stages.get(stage) * 100 / staff;
    }
}
