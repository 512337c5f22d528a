package id.capaian.registry.entity;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;

/**
 * The periods a new government begins with, all planned, since opening them is how it goes live: the quarter it is now,
 * those to come in the year, and the year itself, because the annual judgement covers the whole of it. Quarters gone by
 * are left out: nobody worked in them here, so there is nothing to close.
 */
public final class FirstCalendar {

    private static final int QUARTERS = 4;
    private static final int MONTHS = 3;
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

    private FirstCalendar() {
    }

    /**
     * A period.
     *
     * @param kind null for the calendar's own kind, quarters
     */
    public record Period(String code, String name, String kind, LocalDate startsOn, LocalDate endsOn, String status) {
    }

    /** @param today the day it is in the government's zone */
    public static List<Period> of(LocalDate today) {
        int year = today.getYear();
        int now = (today.getMonthValue() - 1) / MONTHS + 1;
        List<Period> periods = new ArrayList<>();
        for (int quarter = now; quarter <= QUARTERS; quarter++) {
            LocalDate first = LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1);
            periods.add(new Period(year + "-Q" + quarter, "Triwulan " + ROMAN.get(quarter - 1) + " " + year, null,
                    first, first.plusMonths(MONTHS).minusDays(1), "PLANNED"));
        }
        Year whole = Year.of(year);
        periods.add(new Period(whole.toString(), "Tahun " + whole, "ANNUAL", whole.atDay(1),
                whole.atDay(whole.length()), "PLANNED"));
        return List.copyOf(periods);
    }
}
