package id.capaian.evaluation.boundary;

import java.util.List;

/**
 * One value of conduct as the law prints it.
 *
 * @param number 1 to 7
 * @param points its conduct points (panduan perilaku), in Indonesian only
 */
public record ConductView(int number, String nameId, String nameEn, List<String> points) {

    /** Its name in that language. */
    public String name(String language) {
        return "en".equals(language) ? nameEn : nameId;
    }
}
