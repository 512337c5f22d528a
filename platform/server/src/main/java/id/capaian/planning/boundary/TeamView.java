package id.capaian.planning.boundary;

import id.capaian.planning.control.ReadPlans.TeamLine;
import java.util.List;

/** The people the reader rates and where their plans stand. */
public record TeamView(List<TeamLine> people) {
}
