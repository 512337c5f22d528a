package id.capaian.plugin.api;

import java.util.Locale;
import java.util.Objects;

/**
 * A text in the two languages every screen speaks: Indonesian (what people see first) and English.
 *
 * <p>Example: {@code new LocalizedText("Kepuasan pasien", "Patient satisfaction")}.
 *
 * @param id Indonesian, never blank
 * @param en English, never blank
 */
public record LocalizedText(String id, String en) {

    public LocalizedText {
        if (Objects.requireNonNull(id, "id").isBlank() || Objects.requireNonNull(en, "en").isBlank()) {
            throw new IllegalArgumentException("a text needs both languages: id=\"" + id + "\", en=\"" + en + "\"");
        }
    }

    /**
     * The text for a locale: English for English locales, Indonesian for every other.
     *
     * @param locale the reader's locale
     * @return the text, never blank
     */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : id;
    }
}
