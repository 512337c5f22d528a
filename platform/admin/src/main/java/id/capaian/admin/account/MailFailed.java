package id.capaian.admin.account;

/** A mail was not sent. Says why and nothing of the mail: what the mail library says holds the address. */
final class MailFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, as {@code registry.outbox.reason} has it. */
    enum Reason {
        /** The mail server does not answer, cannot secure the line or does not let us in. */
        UNREACHABLE,
        /** It does not take this mail. */
        REFUSED,
        /** The address is none. */
        ADDRESS
    }

    private final Reason reason;

    MailFailed(Reason reason) {
        super("mail was not sent: " + reason);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
