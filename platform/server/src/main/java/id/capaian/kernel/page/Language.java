package id.capaian.kernel.page;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/** Languages of the screens: Indonesian first, English second. */
public enum Language {

    ID("id", Locale.forLanguageTag("id-ID")),
    EN("en", Locale.ENGLISH);

    private final String tag;
    private final Locale locale;
    private final NumberFormat numbers;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
        this.numbers = NumberFormat.getInstance(locale);
    }

    /** Two letters, as in {@code <html lang>} and the names of text files. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** How it writes numbers, for the caller alone. */
    NumberFormat numbers() {
        return (NumberFormat) numbers.clone();
    }

    public Language other() {
        return this == ID ? EN : ID;
    }

    /** The language of that tag; Indonesian when null or unknown. */
    public static Language of(String tag) {
        return EN.tag.equals(tag) ? EN : ID;
    }

    /** What a machine asks for; Indonesian when it has no wish that can be met. */
    public static Language accepted(List<Locale> wishes) {
        return wishes.stream().map(Locale::getLanguage)
                .filter(tag -> tag.equals(EN.tag) || tag.equals(ID.tag) || tag.equals("in"))
                .findFirst().map(Language::of).orElse(ID);
    }
}
