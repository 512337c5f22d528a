package id.capaian.planning.boundary;

import java.math.BigDecimal;

/** Numbers as people type them. */
final class Decimals {

    private Decimals() {
    }

    /**
     * A number above 0 with a decimal comma, or a point when there is no comma and no grouping: {@code 1.000} is
     * refused, since it means a thousand to one reader and one to another.
     *
     * @return null when it is none, or does not fit 14 digits and 4 decimals
     */
    static BigDecimal positive(String typed) {
        String text = typed.strip();
        if (!text.matches("\\d{1,14}([.,]\\d{1,4})?") || text.matches("\\d{1,3}\\.\\d{3}")) {
            return null;
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.'));
        return number.signum() > 0 ? number : null;
    }
}
