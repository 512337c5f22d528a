package id.capaian.registry.control;

import id.capaian.kernel.json.Json;
import id.capaian.registry.entity.FirstCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a file in {@code tenants-config} would say of a government that opens; its shape is
 * {@code tenants-config/schema/tenant.schema.json}. Settings are left to the platform's own until the government
 * changes them.
 */
record WantedTenant(String code, String name, Unit government, String timeZone, String locale, String state,
        Calendar calendar, List<Pack> packs, Map<String, String> settings, FirstAdmin firstAdmin,
        Map<String, String> contacts) {

    record Unit(String code, String name, String province) {
    }

    record Calendar(int year, String kind, List<FirstCalendar.Period> periods, List<LocalDate> holidays) {
    }

    record Pack(String id) {
    }

    record FirstAdmin(String username, String name, String email) {

        @Override
        public String toString() {
            return "FirstAdmin[…]";
        }
    }

    /**
     * What is wanted when a government opens today.
     *
     * @param holidays of the year and the first weeks of the next; empty when they are not known yet
     */
    static WantedTenant of(Opening opening, Government government, LocalDate today, List<LocalDate> holidays) {
        return new WantedTenant(opening.code(), government.name(),
                new Unit(government.code(), government.name(), government.provinceCode()), government.timeZone(), "id",
                "active", new Calendar(today.getYear(), "QUARTERLY", FirstCalendar.of(today),
                        holidays.isEmpty() ? null : holidays),
                opening.packs().stream().distinct().map(Pack::new).toList(), Map.of(),
                new FirstAdmin(opening.adminUsername(), opening.adminName(), opening.adminEmail()),
                Map.of("operations", opening.adminEmail()));
    }

    String json() {
        return Json.write(this);
    }
}
