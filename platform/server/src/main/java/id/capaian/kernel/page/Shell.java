package id.capaian.kernel.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** What every template has in hand: texts, dates and numbers, links, the reader and the form token. */
public final class Shell {

    private static final Map<ZoneId, String> ZONES = Map.of(
            ZoneId.of("Asia/Jakarta"), "WIB", ZoneId.of("Asia/Makassar"), "WITA", ZoneId.of("Asia/Jayapura"), "WIT");
    private static final int BAR = 4;

    private final Texts texts;
    private final Assets assets;
    private final Look look;

    public Shell(Texts texts, Assets assets, Look look) {
        this.texts = texts;
        this.assets = assets;
        this.look = look;
    }

    /** The text of that key in the reader's language, with its places filled in. */
    public String t(String key, Object... arguments) {
        return texts.text(look.language(), key, arguments);
    }

    /** Two letters for {@code <html lang>}. */
    public String language() {
        return look.language().tag();
    }

    public String otherLanguage() {
        return look.language().other().tag();
    }

    /** Address of this page in the other language. */
    public String switchHref() {
        return look.switchHref();
    }

    public boolean inTenant() {
        return look.tenantName() != null;
    }

    /** Name of the government addressed; the product's name where none is. */
    public String place() {
        return look.tenantName() == null ? t("kernel.product") : look.tenantName();
    }

    /** Address of a path below the area, e.g. {@code to("/progres")}; outside areas the path itself. */
    public String to(String path) {
        return look.base() + path;
    }

    /** The reader's name, null when nobody is signed on. */
    public String callerName() {
        return look.callerName();
    }

    public boolean isSignedOn() {
        return look.callerName() != null;
    }

    public boolean has(String role) {
        return look.roles().contains(role);
    }

    /** Whether the reader has any role; an account that is new has none. */
    public boolean hasRoles() {
        return !look.roles().isEmpty();
    }

    public List<MenuItem> menu() {
        return look.menu();
    }

    /** The at most four links of a phone's bottom bar. */
    public List<MenuItem> bar() {
        return look.menu().stream().filter(MenuItem::inBar).limit(BAR).toList();
    }

    /** Value of the hidden field {@code _token}. */
    public String formToken() {
        return look.formToken();
    }

    /** Message from the page before, null when there is none. */
    public String flash() {
        return look.flashKey() == null || !texts.has(look.flashKey()) ? null : t(look.flashKey());
    }

    /** Address of a static file; it changes with the file's content. */
    public String asset(String name) {
        return assets.href(name);
    }

    /** A day, e.g. 24 November 2026; a dash when null. */
    public String date(LocalDate day) {
        return day == null ? "–" : format("d MMMM yyyy").format(day);
    }

    /** The day of a moment in the tenant's zone. */
    public String date(Instant moment) {
        return moment == null ? "–" : date(at(moment).toLocalDate());
    }

    /** A moment with its zone, e.g. 24 Nov 2026 09.10 WITA; a dash when null. */
    public String instant(Instant moment) {
        return moment == null ? "–" : format("d MMM yyyy HH.mm").format(at(moment)) + " " + zone();
    }

    /** For the {@code datetime} attribute of {@code <time>}. */
    public String machine(Instant moment) {
        return moment.toString();
    }

    /** WIB, WITA or WIT. */
    public String zone() {
        return ZONES.getOrDefault(look.zone(), look.zone().getId());
    }

    /** A number the Indonesian way with the decimals it has, at most six; a dash when null. */
    public String number(BigDecimal number) {
        return number == null ? "–" : number(number, 0, 6);
    }

    /** A number the Indonesian way with exactly so many decimals, rounded half up; a dash when null. */
    public String number(BigDecimal number, int decimals) {
        return number == null ? "–" : number(number, decimals, decimals);
    }

    public String number(long number) {
        return number(BigDecimal.valueOf(number), 0, 0);
    }

    private static String number(BigDecimal number, int least, int most) {
        NumberFormat format = Language.ID.numbers();
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    private ZonedDateTime at(Instant moment) {
        return moment.atZone(look.zone());
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, look.language().locale());
    }
}
