package id.capaian.registry.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FirstCalendarTest {

    @Test
    void beginsWithTheQuarterItIsAndPlansTheRestOfTheYear() {
        assertEquals("2027-Q2 PLANNED 2027-04-01 2027-06-30, 2027-Q3 PLANNED 2027-07-01 2027-09-30,"
                + " 2027-Q4 PLANNED 2027-10-01 2027-12-31, 2027 PLANNED 2027-01-01 2027-12-31", at("2027-06-30"));
    }

    @Test
    void closesNoQuarterNobodyWorkedIn() {
        assertEquals("2026-Q4 PLANNED 2026-10-01 2026-12-31, 2026 PLANNED 2026-01-01 2026-12-31", at("2026-11-28"));
    }

    @Test
    void aYearBeginsWithAllFourQuartersAllPlanned() {
        assertEquals("2028-Q1 PLANNED 2028-01-01 2028-03-31, 2028-Q2 PLANNED 2028-04-01 2028-06-30,"
                + " 2028-Q3 PLANNED 2028-07-01 2028-09-30, 2028-Q4 PLANNED 2028-10-01 2028-12-31,"
                + " 2028 PLANNED 2028-01-01 2028-12-31", at("2028-01-01"));
    }

    private static String at(String day) {
        return String.join(", ", FirstCalendar.of(LocalDate.parse(day)).stream().map(period -> period.code() + " "
                + period.status() + " " + period.startsOn() + " " + period.endsOn()).toList());
    }
}
