package id.capaian.admin;

/** Something a person can put right; the message says what is wrong, where, and what to do. */
public class AdminException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for a person, without secrets and without numbers of people */
    public AdminException(String message) {
        super(message);
    }

    /**
     * @param message for a person, without secrets and without numbers of people
     * @param cause what failed
     */
    public AdminException(String message, Throwable cause) {
        super(message, cause);
    }
}
