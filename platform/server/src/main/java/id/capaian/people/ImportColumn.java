package id.capaian.people;

import java.util.List;

/**
 * A column of an import file.
 *
 * @param name     heading, lower case, in Indonesian as the files are
 * @param required whether the file must have it; a cell may still be empty where the kind allows that
 * @param digits   whether it holds a number that is a name (NIP): spreadsheet cells of type number are refused, because
 *                 they lose the last digits of 18
 * @param code     whether it holds a code: a spreadsheet cell of type number has lost the zeros in front
 * @param synonyms other headings it goes by, SIASN's among them; case, blanks and signs do not count
 */
public record ImportColumn(String name, boolean required, boolean digits, boolean code, List<String> synonyms) {

    public ImportColumn {
        synonyms = List.copyOf(synonyms);
    }

    public static ImportColumn required(String name) {
        return new ImportColumn(name, true, false, false, List.of());
    }

    public static ImportColumn optional(String name) {
        return new ImportColumn(name, false, false, false, List.of());
    }

    /** A required column of digits that are no amount. */
    public static ImportColumn digits(String name) {
        return new ImportColumn(name, true, true, false, List.of());
    }

    /** An optional column of digits that are no amount. */
    public static ImportColumn optionalDigits(String name) {
        return new ImportColumn(name, false, true, false, List.of());
    }

    /** A required column of codes, whose zeros in front count. */
    public static ImportColumn code(String name) {
        return new ImportColumn(name, true, false, true, List.of());
    }

    /** The same column, known by these headings too. */
    public ImportColumn or(String... headings) {
        return new ImportColumn(name, required, digits, code, List.of(headings));
    }
}
