package id.capaian.planning.control;

import java.util.List;

/**
 * One of the seven values on a plan.
 *
 * @param nameId        its name in Indonesian
 * @param nameEn        its name in English
 * @param conductPoints the official labels, in Indonesian as they are printed
 * @param expectation   the leader's special expectation, null when there is none
 */
public record BehaviorLine(int valueNo, String nameId, String nameEn, List<String> conductPoints, String expectation) {
}
