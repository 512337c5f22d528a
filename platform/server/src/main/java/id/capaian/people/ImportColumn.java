package id.capaian.people;

/**
 * A column of an import file.
 *
 * @param name     heading, lower case, in Indonesian as the files are
 * @param required whether the file must have it; a cell may still be empty where the kind allows that
 * @param digits   whether it holds a number that is a name (NIP): spreadsheet cells of type number are refused, because
 *                 they lose the last digits of 18
 */
public record ImportColumn(String name, boolean required, boolean digits) {

    public static ImportColumn required(String name) {
        return new ImportColumn(name, true, false);
    }

    public static ImportColumn optional(String name) {
        return new ImportColumn(name, false, false);
    }

    /** A required column of digits that are no amount. */
    public static ImportColumn digits(String name) {
        return new ImportColumn(name, true, true);
    }

    /** An optional column of digits that are no amount. */
    public static ImportColumn optionalDigits(String name) {
        return new ImportColumn(name, false, true);
    }
}
