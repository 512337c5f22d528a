package id.capaian.statistics.boundary;

import id.capaian.kernel.page.Language;

/**
 * What is asked for.
 *
 * @param period   code of a period; null for the latest
 * @param area     code of a province; null for the nation
 * @param language the definitions are in it
 */
record SummaryQuestion(String period, String area, Language language) {

    SummaryQuestion {
        period = orNull(period);
        area = orNull(area);
    }

    private static String orNull(String wanted) {
        return wanted == null || wanted.isBlank() ? null : wanted;
    }
}
